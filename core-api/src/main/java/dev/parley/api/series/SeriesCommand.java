package dev.parley.api.series;

import dev.parley.api.Accepted;
import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.Participant;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a series can be asked to do. */
public sealed interface SeriesCommand extends Command {
    SeriesId seriesId();

    /** Answers with {@link Planned}. Repeating it with the same plan is accepted again; with another the id counts as reused. */
    record PlanSeries(@TargetAggregateIdentifier SeriesId seriesId, Actor by, Instant at, SeriesPlan plan)
            implements SeriesCommand {}

    /** What {@link PlanSeries} led to, in the order of time; the lead as invited to the first. */
    record Planned(List<PlannedMeeting> meetings, Participant lead, long version) implements Accepted {}

    record PlannedMeeting(MeetingId meetingId, Occurrence occurrence, MeetingTime time) {}

    /** Answers with what is {@link StillPlanned}, or refuses; changes nothing. */
    record ConfirmSeries(
            @TargetAggregateIdentifier SeriesId seriesId, Actor by, Instant at, Optional<LocalDateTime> from)
            implements SeriesCommand {}

    /** @param meetings from the asked one on, as the series has them */
    record StillPlanned(String hostId, List<PlannedMeeting> meetings) {}

    /** Calls off the occurrence of this original local start and all that follow; all that are left, if none is named. */
    record CutSeries(
            @TargetAggregateIdentifier SeriesId seriesId,
            Actor by,
            Instant at,
            Optional<LocalDateTime> from,
            String reason)
            implements SeriesCommand {
        public CutSeries {
            reason = Shape.optionalLine("reason", reason, Shape.SENTENCE);
        }
    }

    /**
     * Moves the occurrence of this original local start to {@code time}, and all that follow by as many days and hours of the
     * clock.
     */
    record MoveSeries(
            @TargetAggregateIdentifier SeriesId seriesId, Actor by, Instant at, LocalDateTime from, MeetingTime time)
            implements SeriesCommand {}
}
