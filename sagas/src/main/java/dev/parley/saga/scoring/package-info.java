/** Turns what a lead answered and how they took part into a score with receipts. */
@NullMarked
package dev.parley.saga.scoring;

import org.jspecify.annotations.NullMarked;
