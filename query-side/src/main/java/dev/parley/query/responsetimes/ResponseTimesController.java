package dev.parley.query.responsetimes;

import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.interview.InterviewQuery.ResponseTimes;
import dev.parley.api.meeting.MeetingId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /meetings/{id}/response-times}: how long the lead waited for the interviewer, stage by stage. */
@RestController
final class ResponseTimesController {
    private final ResponseTimesReader times;

    ResponseTimesController(ResponseTimesReader times) {
        this.times = times;
    }

    @GetMapping("/api/v1/meetings/{id}/response-times")
    Mono<ResponseTimes> times(@AuthenticationPrincipal Actor by, @PathVariable String id) {
        return times.of(by.tenant(), new MeetingId(Shape.uuid("id", id)))
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_UNKNOWN)));
    }
}
