package dev.parley.query.responsetimes;

import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import java.time.Instant;

/** What the log knows about a talk and its times. */
sealed interface Spoken {

    /** Nothing has been said, but there is a meeting. */
    record Scheduled() implements Spoken {}

    /** @param storedAt by the clock of the server, as {@code endedAt}, which was made to fit it */
    record ByLead(SegmentId segmentId, Source source, Instant endedAt, Instant storedAt) implements Spoken {}

    /** @param moment whether it was only asked to wait */
    record ByInterviewer(SegmentId segmentId, Instant storedAt, boolean moment) implements Spoken {}

    /** Colleagues, or the interviewer's own words in the transcript. */
    record ByOthers() implements Spoken {}

    /** Nobody waits for a reply that is not to come. */
    record Hushed() implements Spoken {}
}
