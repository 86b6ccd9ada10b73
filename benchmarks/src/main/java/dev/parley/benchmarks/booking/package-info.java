/** Free times of a busy host, and one time that everybody wants at once. */
@NullMarked
package dev.parley.benchmarks.booking;

import org.jspecify.annotations.NullMarked;
