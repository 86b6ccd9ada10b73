package dev.parley.query.timeline;

import dev.parley.api.TenantId;
import dev.parley.api.analysis.AnalysisId;
import dev.parley.api.audit.AuditQuery.StoredEventLine;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.query.Cells;
import dev.parley.query.Documents;
import dev.parley.query.Pages;
import dev.parley.query.TenantReads;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the facts of one meeting from the log itself, page by page, in the order in which they were stored. */
@Component
final class TimelineReader {
    private static final int PAGE = 200;

    private final TenantReads reads;

    TimelineReader(TenantReads reads) {
        this.reads = reads;
    }

    /** Nothing at all, if the tenant has no such meeting. */
    Flux<StoredEventLine> of(TenantId tenant, MeetingId meeting) {
        var own = new String[] {
            meeting.toString(),
            InterviewId.of(meeting).toString(),
            TranscriptId.of(meeting).toString(),
            AnalysisId.of(meeting).toString()
        };
        return takenOut(tenant, meeting)
                .flatMapMany(takenOut -> Pages.of(
                        PAGE,
                        last -> page(
                                tenant,
                                meeting,
                                own,
                                takenOut,
                                last.map(StoredEventLine::position).orElse(-1L))));
    }

    private Mono<TakenOut> takenOut(TenantId tenant, MeetingId meeting) {
        return reads.many(
                        tenant,
                        database -> database.sql("""
                        select payload from event_log
                        where stream = :transcript and event_type = 'transcript.SegmentRedacted'
                        """)
                                .bind("transcript", TranscriptId.of(meeting).toString())
                                .map(row -> String.valueOf(
                                        json(new Cells(row), "payload").get("segmentId")))
                                .all())
                .collect(Collectors.toUnmodifiableSet())
                .map(TakenOut::new);
    }

    private Flux<StoredEventLine> page(
            TenantId tenant, MeetingId meeting, String[] own, TakenOut takenOut, long after) {
        // Materialised, or the planner may walk the whole log in the order of positions, hoping to meet the meeting
        // soon.
        return reads.many(
                tenant,
                database -> database.sql("""
                        with about as materialized (
                            select position from event_log
                            where stream = any(:own) and position > :after
                              and split_part(event_type, '.', 1) in ('meeting', 'interview', 'transcript', 'analysis')
                            union
                            select position from timeline where meeting_id = :meeting and position > :after)
                        select e.position, e.stream, e.sequence, e.event_type, e.revision, e.recorded_at, e.metadata, e.payload
                        from event_log e
                        where e.position in (select position from about order by position limit :page)
                        order by e.position
                        """)
                        .bind("own", own)
                        .bind("after", after)
                        .bind("meeting", meeting.value())
                        .bind("page", PAGE)
                        .map(row -> line(new Cells(row), takenOut))
                        .all());
    }

    private static StoredEventLine line(Cells cells, TakenOut takenOut) {
        return new StoredEventLine(
                cells.count("position"),
                cells.text("stream"),
                cells.count("sequence"),
                cells.text("event_type"),
                cells.maybe("revision", String.class).orElse(""),
                cells.instant("recorded_at"),
                json(cells, "metadata"),
                takenOut.from(json(cells, "payload")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(Cells cells, String column) {
        var bytes = cells.maybe(column, ByteBuffer.class).orElseThrow();
        return Documents.read(StandardCharsets.UTF_8.decode(bytes).toString(), Map.class);
    }
}
