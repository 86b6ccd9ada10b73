/** Reading what was stored: the whole log, one aggregate, and both while the log grows. */
@NullMarked
package dev.parley.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
