package dev.parley.query.analysis;

import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.analysis.AnalysisQuery.MeetingAnalysis;
import dev.parley.api.meeting.MeetingId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /meetings/{id}/analysis}: moods, buying signals, coverage and talk metrics, also while people talk. */
@RestController
final class AnalysisController {
    private final AnalysisReader analyses;

    AnalysisController(AnalysisReader analyses) {
        this.analyses = analyses;
    }

    @GetMapping("/api/v1/meetings/{id}/analysis")
    Mono<MeetingAnalysis> analysis(@AuthenticationPrincipal Actor by, @PathVariable String id) {
        return analyses.of(by.tenant(), new MeetingId(Shape.uuid("id", id)))
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_UNKNOWN)));
    }
}
