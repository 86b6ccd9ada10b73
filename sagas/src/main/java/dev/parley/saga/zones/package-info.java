/** Keeps meetings at the local time that people agreed on when the rules of its zone change. */
@NullMarked
package dev.parley.saga.zones;

import org.jspecify.annotations.NullMarked;
