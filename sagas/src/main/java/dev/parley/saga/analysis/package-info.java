/** Reads, while people talk, what the lead's words say about them. */
@NullMarked
package dev.parley.saga.analysis;

import org.jspecify.annotations.NullMarked;
