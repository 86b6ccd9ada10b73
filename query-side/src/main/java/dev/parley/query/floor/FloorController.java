package dev.parley.query.floor;

import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.floor.FloorId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /meetings/{id}/floor}: voices, words and the interviewer's sentences in their order, for {@code benchmarks turns}. */
@RestController
final class FloorController {
    private final TenantReads reads;

    FloorController(TenantReads reads) {
        this.reads = reads;
    }

    /** Empty where no interviewer has spoken; bounded by how many parts of how many characters a floor has. */
    @GetMapping(path = "/api/v1/meetings/{id}/floor", produces = MediaType.TEXT_PLAIN_VALUE)
    Mono<String> floor(@AuthenticationPrincipal Actor by, @PathVariable String id) {
        var meeting = new MeetingId(Shape.uuid("id", id));
        return reads.many(
                        by.tenant(),
                        database -> database.sql("""
                                with own as materialized (
                                    select position, stream, payload from event_log
                                    where stream = :floor or stream = :meeting and sequence = 0)
                                select case when stream = :floor
                                            then cast(convert_from(payload, 'UTF8') as jsonb) ->> 'lines'
                                            else '' end as lines
                                from own order by position
                                """)
                                .bind("floor", FloorId.of(meeting).toString())
                                .bind("meeting", meeting.toString())
                                .map(row -> new Cells(row).text("lines"))
                                .all())
                .collectList()
                .filter(lines -> !lines.isEmpty())
                .map(FloorController::together)
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_UNKNOWN)));
    }

    private static String together(List<String> parts) {
        var text = new StringBuilder();
        for (var part : parts) if (!part.isEmpty()) text.append(part).append('\n');
        return text.toString();
    }
}
