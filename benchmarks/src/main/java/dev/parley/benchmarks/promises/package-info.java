/** Breaks what the log stands on, in many ways, and counts what was promised and not kept; and breaks the promises, to see that it counts. */
@NullMarked
package dev.parley.benchmarks.promises;

import org.jspecify.annotations.NullMarked;
