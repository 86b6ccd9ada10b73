/** Turns a meeting that ended into its summary and what the sales team should know. */
@NullMarked
package dev.parley.saga.summary;

import org.jspecify.annotations.NullMarked;
