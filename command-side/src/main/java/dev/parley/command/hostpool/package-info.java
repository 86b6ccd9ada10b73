/** Decides whose turn it is among several hosts, and says why. */
@NullMarked
package dev.parley.command.hostpool;

import org.jspecify.annotations.NullMarked;
