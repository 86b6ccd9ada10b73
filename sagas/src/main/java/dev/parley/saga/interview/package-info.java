/** Holds the interview: from what was said to the next thing to say. */
@NullMarked
package dev.parley.saga.interview;

import org.jspecify.annotations.NullMarked;
