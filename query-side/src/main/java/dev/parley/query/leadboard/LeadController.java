package dev.parley.query.leadboard;

import static dev.parley.api.lead.LeadRefusal.LEAD_UNKNOWN;
import static dev.parley.api.lead.LeadRefusal.SCORE_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.lead.LeadId;
import dev.parley.api.lead.LeadQuery.LeadCard;
import dev.parley.api.lead.LeadQuery.LeadPage;
import dev.parley.api.lead.LeadQuery.ScoreReceipt;
import dev.parley.query.Versioned;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET /leads}, {@code GET /leads/{id}} and {@code GET /leads/{id}/score}. */
@RestController
final class LeadController {
    private final LeadReader leads;

    LeadController(LeadReader leads) {
        this.leads = leads;
    }

    @GetMapping("/api/v1/leads")
    Flux<LeadCard> leads(@AuthenticationPrincipal Actor by) {
        return leads.board(by.tenant());
    }

    @GetMapping("/api/v1/leads/{id}")
    Mono<LeadPage> lead(@AuthenticationPrincipal Actor by, @PathVariable String id, ServerHttpResponse response) {
        return leads.find(by.tenant(), new LeadId(Shape.uuid("id", id)))
                .switchIfEmpty(Mono.error(() -> new Refused(LEAD_UNKNOWN)))
                .doOnNext(page -> Versioned.tag(response, page.card().version()));
    }

    @GetMapping("/api/v1/leads/{id}/score")
    Mono<ScoreReceipt> score(@AuthenticationPrincipal Actor by, @PathVariable String id) {
        return leads.score(by.tenant(), new LeadId(Shape.uuid("id", id)))
                .switchIfEmpty(Mono.error(() -> new Refused(SCORE_UNKNOWN)));
    }
}
