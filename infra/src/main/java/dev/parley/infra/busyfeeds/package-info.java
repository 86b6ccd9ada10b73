/** Reads the calendars that hosts have elsewhere, again and again, so that nobody is offered a time when the host is busy there. */
@NullMarked
package dev.parley.infra.busyfeeds;

import org.jspecify.annotations.NullMarked;
