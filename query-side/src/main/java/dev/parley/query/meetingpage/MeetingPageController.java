package dev.parley.query.meetingpage;

import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.query.Versioned;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /meetings/{id}}. */
@RestController
final class MeetingPageController {
    private final MeetingPageReader meetings;

    MeetingPageController(MeetingPageReader meetings) {
        this.meetings = meetings;
    }

    @GetMapping("/api/v1/meetings/{id}")
    Mono<MeetingPage> meeting(@AuthenticationPrincipal Actor by, @PathVariable String id, ServerHttpResponse response) {
        return meetings.find(by.tenant(), new MeetingId(Shape.uuid("id", id)))
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_UNKNOWN)))
                .doOnNext(page -> Versioned.tag(response, page.version()));
    }
}
