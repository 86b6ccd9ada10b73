/** Holds recorded conversations again with other thresholds: whom they would have cut off, and how long people would have waited. */
@NullMarked
package dev.parley.benchmarks.turns;

import org.jspecify.annotations.NullMarked;
