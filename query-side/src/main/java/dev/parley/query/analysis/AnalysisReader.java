package dev.parley.query.analysis;

import dev.parley.api.TenantId;
import dev.parley.api.analysis.AnalysisId;
import dev.parley.api.analysis.AnalysisQuery.MeetingAnalysis;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.query.Cells;
import dev.parley.query.Pages;
import dev.parley.query.TenantReads;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what was said, asked and understood from the log itself, page by page, in the order in which it was stored. */
@Component
final class AnalysisReader {
    private static final int PAGE = 500;

    private final TenantReads reads;

    AnalysisReader(TenantReads reads) {
        this.reads = reads;
    }

    /** Empty if the tenant has no such meeting: every other one has at least been scheduled. */
    Mono<MeetingAnalysis> of(TenantId tenant, MeetingId meeting) {
        return lines(tenant, meeting)
                .map(Line::remark)
                .reduceWith(Account::new, Account::after)
                .filter(Account::isOfAMeeting)
                .map(account -> account.of(meeting));
    }

    private Flux<Line> lines(TenantId tenant, MeetingId meeting) {
        return Pages.of(
                PAGE, last -> page(tenant, meeting, last.map(Line::position).orElse(-1L)));
    }

    private Flux<Line> page(TenantId tenant, MeetingId meeting, long after) {
        var streams = new String[] {
            meeting.toString(),
            InterviewId.of(meeting).toString(),
            TranscriptId.of(meeting).toString(),
            AnalysisId.of(meeting).toString()
        };
        // Materialised, or the planner may walk the whole log in the order of positions, as for the timeline.
        return reads.many(
                tenant,
                database -> database.sql("""
                        with own as materialized (
                            select position, event_type, payload from event_log
                            where stream = any(:streams) and event_type = any(:types) and position > :after)
                        select position, event_type, cast(convert_from(payload, 'UTF8') as jsonb) as payload
                        from own order by position limit :page
                        """)
                        .bind("streams", streams)
                        .bind("types", Line.TYPES)
                        .bind("after", after)
                        .bind("page", PAGE)
                        .map(row -> Line.of(new Cells(row)))
                        .all());
    }
}
