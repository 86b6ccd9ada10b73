/** Storing one event by one command: the whole path of a command, beside frameworks, libraries and bare limits. */
@NullMarked
package dev.parley.benchmarks.append;

import org.jspecify.annotations.NullMarked;
