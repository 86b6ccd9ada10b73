/** A user's own meetings, for whatever calendar program they use: at a secret address, which they may change or close. */
@NullMarked
package dev.parley.query.calendarfeed;

import org.jspecify.annotations.NullMarked;
