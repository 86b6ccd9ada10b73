/** One calendar per host: which times are held and booked. Two meetings of one host can never overlap. */
@NullMarked
package dev.parley.api.calendar;

import org.jspecify.annotations.NullMarked;
