/** Keeps a host's calendar true: a time is held while a meeting is being scheduled, booked when it is, free when it is off. */
@NullMarked
package dev.parley.saga.booking;

import org.jspecify.annotations.NullMarked;
