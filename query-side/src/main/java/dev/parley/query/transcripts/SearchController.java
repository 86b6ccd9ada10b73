package dev.parley.query.transcripts;

import static dev.parley.api.ShapeRefusal.MISSING;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.lead.LeadId;
import dev.parley.api.transcript.TranscriptQuery.TranscriptHit;
import dev.parley.query.Asked;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** {@code GET /transcripts/search}. */
@RestController
final class SearchController {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final TranscriptSearch search;

    SearchController(TranscriptSearch search) {
        this.search = search;
    }

    @GetMapping("/api/v1/transcripts/search")
    Flux<TranscriptHit> search(
            @AuthenticationPrincipal Actor by,
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> lead,
            @RequestParam Optional<String> speaker,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> zone,
            @RequestParam Optional<String> limit) {
        var region = Asked.zone(zone);
        var since = Asked.from(from, region);
        var until = Asked.to(to, region);
        since.ifPresent(first -> until.ifPresent(last -> Asked.inOrder(first, last)));
        var wanted = new Wanted(
                q.orElseThrow(() -> new Refused(MISSING, "q")),
                Asked.given(lead).map(id -> new LeadId(Shape.uuid("lead", id))),
                Asked.words("speaker", speaker),
                since,
                until,
                Asked.limit(limit, USUAL, MOST));
        return search.find(by.tenant(), wanted);
    }
}
