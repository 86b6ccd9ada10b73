/** Pools of hosts: who takes the next meeting, in turns and by weight. */
@NullMarked
package dev.parley.api.hostpool;

import org.jspecify.annotations.NullMarked;
