/** Turns the mail that comes back into facts: what calendars answer, what could not be delivered, who calls it spam. */
@NullMarked
package dev.parley.saga.inbox;

import org.jspecify.annotations.NullMarked;
