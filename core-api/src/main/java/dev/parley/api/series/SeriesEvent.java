package dev.parley.api.series;

import dev.parley.api.AnsweringEvent;
import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.series.SeriesCommand.Planned;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a series as a whole; what happens to one of its meetings is told by the meeting. */
public sealed interface SeriesEvent extends Event {
    SeriesId seriesId();

    /** @param meetings as the rule gave them under the zone rules of the day */
    @Revision("1")
    record SeriesPlanned(SeriesId seriesId, TenantId tenant, SeriesPlan plan, List<PlannedMeeting> meetings)
            implements SeriesEvent, AnsweringEvent {
        @Override
        public Planned answer(long version) {
            return new Planned(meetings, plan.lead(), version);
        }
    }

    /** @param sequence of the calendar entry as a whole; rises with every change (RFC 5546 §2.1.4) */
    @Revision("1")
    record SeriesCut(SeriesId seriesId, List<PlannedMeeting> gone, String reason, int sequence)
            implements SeriesEvent {}

    /** @param moved with their new times */
    @Revision("1")
    record SeriesMoved(SeriesId seriesId, List<PlannedMeeting> moved, int sequence) implements SeriesEvent {}
}
