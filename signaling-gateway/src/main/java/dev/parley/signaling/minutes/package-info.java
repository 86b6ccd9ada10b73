/** Asks the domain to store what people did and said, in the order in which each of them did, and tells what became of it. */
@NullMarked
package dev.parley.signaling.minutes;

import org.jspecify.annotations.NullMarked;
