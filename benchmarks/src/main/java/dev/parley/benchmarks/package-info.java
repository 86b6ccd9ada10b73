/** Measures the hot paths end to end, each beside a peer or a limit measured in the same run. */
@NullMarked
package dev.parley.benchmarks;

import org.jspecify.annotations.NullMarked;
