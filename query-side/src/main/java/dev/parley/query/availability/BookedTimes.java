package dev.parley.query.availability;

import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.Bookings;
import java.util.Arrays;

/**
 * Ten thousand bookings as numbers, in the order of their starts.
 *
 * @param starts of the meetings, ascending, in milliseconds
 * @param latest at each place, until when that meeting's or an earlier one's buffer lasts
 */
record BookedTimes(long[] starts, long[] ends, long[] from, long[] to, long[] latest) implements Bookings {
    static final BookedTimes NONE = of(new Long[0], new Long[0], new Long[0], new Long[0]);

    static BookedTimes of(Long[] starts, Long[] ends, Long[] from, Long[] to) {
        var latest = numbers(to);
        for (var i = 1; i < latest.length; i++) latest[i] = Math.max(latest[i], latest[i - 1]);
        return new BookedTimes(numbers(starts), numbers(ends), numbers(from), numbers(to), latest);
    }

    @Override
    public boolean meetWithin(TimeSlot range) {
        return anyReachesInto(range, starts, ends, 0);
    }

    @Override
    public boolean occupy(TimeSlot range) {
        return anyReachesInto(range, from, to, TimeSlot.LONGEST_BUFFER.toMillis());
    }

    @Override
    public int beginWithin(TimeSlot range) {
        return before(range.end().toEpochMilli()) - before(range.start().toEpochMilli());
    }

    private boolean anyReachesInto(TimeSlot range, long[] lows, long[] highs, long beyond) {
        var start = range.start().toEpochMilli();
        var end = range.end().toEpochMilli();
        for (var i = before(end + beyond) - 1; i >= 0 && latest[i] > start; i--)
            if (lows[i] < end && highs[i] > start) return true;
        return false;
    }

    /** How many begin before a time. */
    private int before(long time) {
        var found = Arrays.binarySearch(starts, time);
        if (found < 0) return -found - 1;
        while (found > 0 && starts[found - 1] == time) found--;
        return found;
    }

    private static long[] numbers(Long[] cells) {
        return Arrays.stream(cells).mapToLong(Long::longValue).toArray();
    }
}
