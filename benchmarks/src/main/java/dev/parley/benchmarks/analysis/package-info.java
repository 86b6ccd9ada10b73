/** What it costs to read moods and buying signals out of what people say. */
@NullMarked
package dev.parley.benchmarks.analysis;

import org.jspecify.annotations.NullMarked;
