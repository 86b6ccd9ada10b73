/** Carries commands and queries: off the event loops, with a bound, with an envelope, and with the log position in the answer. */
@NullMarked
package dev.parley.infra.store.bus;

import org.jspecify.annotations.NullMarked;
