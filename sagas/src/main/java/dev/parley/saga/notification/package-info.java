/** Turns what happens to a meeting into letters people can act on, and keeps their calendars true. */
@NullMarked
package dev.parley.saga.notification;

import org.jspecify.annotations.NullMarked;
