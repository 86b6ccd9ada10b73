package dev.parley.query.timeline;

import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.audit.AuditQuery.StoredEventLine;
import dev.parley.api.meeting.MeetingId;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET /audit/meetings/{id}/events}: one fact per line, for as long as it takes. */
@RestController
final class TimelineController {
    private final TimelineReader timeline;

    TimelineController(TimelineReader timeline) {
        this.timeline = timeline;
    }

    @GetMapping(
            path = "/api/v1/audit/meetings/{id}/events",
            produces = {MediaType.APPLICATION_NDJSON_VALUE, MediaType.APPLICATION_JSON_VALUE})
    Flux<StoredEventLine> events(@AuthenticationPrincipal Actor by, @PathVariable String id) {
        return timeline.of(by.tenant(), new MeetingId(Shape.uuid("id", id)))
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_UNKNOWN)));
    }
}
