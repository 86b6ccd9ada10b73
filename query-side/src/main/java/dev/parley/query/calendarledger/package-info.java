/** What each attendee's calendar shows of a meeting now, by all that was sent to it and all that came back. */
@NullMarked
package dev.parley.query.calendarledger;

import org.jspecify.annotations.NullMarked;
