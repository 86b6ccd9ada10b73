package dev.parley.query.transcripts;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.GapCause;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptQuery.TranscriptLine;
import dev.parley.query.Cells;
import dev.parley.query.Pages;
import dev.parley.query.TenantReads;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the lines of a meeting, however many, without ever holding them all. */
@Component
final class TranscriptReader {
    private static final int PAGE = 200;

    private final TenantReads reads;

    TranscriptReader(TenantReads reads) {
        this.reads = reads;
    }

    /** When the meeting started, or else its first words were said; empty if there is no such meeting. */
    Mono<Instant> beginning(TenantId tenant, MeetingId meeting) {
        return reads.one(
                tenant,
                database -> database.sql("""
                        select coalesce(m.started_at, (select min(l.started_at) from transcript_line l
                            where l.tenant_id = m.tenant_id and l.meeting_id = m.meeting_id), 'epoch') as beginning
                        from transcript_meeting m where m.meeting_id = :meeting
                        """)
                        .bind("meeting", meeting.value())
                        .map(row -> new Cells(row).instant("beginning"))
                        .one());
    }

    /** As they came. */
    Flux<TranscriptLine> inOrder(TenantId tenant, MeetingId meeting, Instant beginning) {
        return Pages.of(
                PAGE,
                last -> reads.many(
                        tenant,
                        database -> database.sql("""
                        select * from transcript_line where meeting_id = :meeting and number > :after
                        order by number limit :page
                        """)
                                .bind("meeting", meeting.value())
                                .bind("after", last.map(TranscriptLine::number).orElse(0L))
                                .bind("page", PAGE)
                                .map(row -> line(new Cells(row), beginning))
                                .all()));
    }

    /** As they were spoken: subtitles must not go back in time (WebVTT §4.1). */
    Flux<TranscriptLine> inTime(TenantId tenant, MeetingId meeting, Instant beginning) {
        return Pages.of(
                PAGE,
                last -> reads.many(
                        tenant,
                        database -> database.sql("""
                        select * from transcript_line
                        where meeting_id = :meeting and (started_at, number) > (:since, :after)
                        order by started_at, number limit :page
                        """)
                                .bind("meeting", meeting.value())
                                .bind(
                                        "since",
                                        last.map(TranscriptLine::startedAt).orElse(Instant.EPOCH))
                                .bind("after", last.map(TranscriptLine::number).orElse(0L))
                                .bind("page", PAGE)
                                .map(row -> line(new Cells(row), beginning))
                                .all()));
    }

    private static TranscriptLine line(Cells cells, Instant beginning) {
        var startedAt = cells.instant("started_at");
        return new TranscriptLine(
                new SegmentId(cells.id("segment_id")),
                cells.count("number"),
                new ParticipantId(cells.id("speaker")),
                cells.text("speaker_name"),
                cells.constant("speaker_role", Invitee.Role.class),
                cells.text("text"),
                startedAt,
                cells.instant("ended_at"),
                sinceThe(beginning, startedAt),
                cells.constant("source", Source.class),
                cells.flag("corrected"),
                cells.flag("redacted"),
                cells.maybeConstant("gap", GapCause.class));
    }

    /** What is said while people wait for the start counts as said at the start. */
    private static Duration sinceThe(Instant beginning, Instant at) {
        return at.isBefore(beginning) ? Duration.ZERO : Duration.between(beginning, at);
    }
}
