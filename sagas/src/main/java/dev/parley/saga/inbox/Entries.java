package dev.parley.saga.inbox;

import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesEvent;
import dev.parley.api.series.SeriesEvent.SeriesPlanned;
import dev.parley.api.series.SeriesId;
import dev.parley.saga.History;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which meetings an entry of a calendar stands for: one, or a series, of which an answer may single one out. */
record Entries(History history) {

    /**
     * @param uid as we once wrote it
     * @param recurrence which one of a series is meant (RFC 5545 §3.8.4.4); empty: all of them
     */
    List<MeetingId> meant(String uid, Optional<Instant> recurrence) {
        return idIn(uid).map(id -> meant(id, recurrence)).orElse(List.of());
    }

    private List<MeetingId> meant(UUID id, Optional<Instant> recurrence) {
        var alone = new MeetingId(id);
        if (!history.of(alone, MeetingEvent.class).isEmpty()) return List.of(alone);
        return history.of(new SeriesId(id), SeriesEvent.class).stream()
                .map(fact -> fact.event())
                .filter(SeriesPlanned.class::isInstance)
                .flatMap(planned -> ((SeriesPlanned) planned).meetings().stream())
                .filter(one -> recurrence.isEmpty() || start(one.occurrence()).equals(recurrence.get()))
                .map(PlannedMeeting::meetingId)
                .toList();
    }

    private static Instant start(Occurrence occurrence) {
        return occurrence.recurrenceId().atZone(occurrence.zone()).toInstant();
    }

    /** What stands before the {@code @}: the domain may have changed since. */
    static Optional<UUID> idIn(String named) {
        var id = named.strip().replaceFirst("^<", "").replaceFirst("@.*", "");
        try {
            return id.length() == 36 ? Optional.of(UUID.fromString(id)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
