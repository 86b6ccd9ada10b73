package dev.parley.query.inbound;

import dev.parley.api.Actor;
import dev.parley.api.notification.InboundQuery.InboundLine;
import dev.parley.query.Asked;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** {@code GET /mail/inbound}. */
@RestController
final class InboundController {
    private static final int USUAL = 200;
    private static final int MOST = 1_000;

    private final InboundReader inbound;

    InboundController(InboundReader inbound) {
        this.inbound = inbound;
    }

    @GetMapping("/api/v1/mail/inbound")
    Flux<InboundLine> inbound(@AuthenticationPrincipal Actor by, @RequestParam Optional<String> limit) {
        return inbound.newest(by.tenant(), Asked.limit(limit, USUAL, MOST));
    }
}
