/** How fast frames go from one to another, beside the servers that people would use instead; with the load from a process of its own. */
@NullMarked
package dev.parley.benchmarks.signaling;

import org.jspecify.annotations.NullMarked;
