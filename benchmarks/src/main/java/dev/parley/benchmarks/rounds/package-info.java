/** Measures peers beside each other: each warm in a process of its own, in short rounds, in shuffled order. */
@NullMarked
package dev.parley.benchmarks.rounds;

import org.jspecify.annotations.NullMarked;
