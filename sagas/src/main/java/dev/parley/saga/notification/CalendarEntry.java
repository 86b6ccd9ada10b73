package dev.parley.saga.notification;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.RecurrenceRule;
import dev.parley.api.series.SeriesId;
import java.time.LocalDateTime;
import java.util.List;

/** As what a meeting stands in people's calendars. */
public sealed interface CalendarEntry {
    CalendarEntry SINGLE = new Single();

    /** By itself, under its own name. */
    record Single() implements CalendarEntry {}

    /** As one of a series, which has gone its own way (RECURRENCE-ID). */
    record OneOfSeries(Occurrence occurrence) implements CalendarEntry {}

    /**
     * The series as a whole, as it stands.
     *
     * @param first as the rule has it, even if it is left out
     * @param leftOut by original local start (EXDATE)
     */
    record WholeSeries(
            SeriesId seriesId,
            RecurrenceRule rule,
            MeetingTime first,
            List<LocalDateTime> leftOut,
            List<Standing> meetings)
            implements CalendarEntry {}

    /** One meeting of a series as it stands; each has a room of its own. */
    record Standing(MeetingId meetingId, Occurrence occurrence, MeetingTime time, int sequence) {}
}
