package dev.parley.query.calendarledger;

import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.LedgerQuery.CalendarLedger;
import dev.parley.query.Versioned;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /meetings/{id}/calendar-ledger}; whoever repairs a calendar names the meeting's version, as seen here. */
@RestController
final class LedgerController {
    private final LedgerReader ledgers;

    LedgerController(LedgerReader ledgers) {
        this.ledgers = ledgers;
    }

    @GetMapping("/api/v1/meetings/{id}/calendar-ledger")
    Mono<CalendarLedger> ledger(
            @AuthenticationPrincipal Actor by, @PathVariable String id, ServerHttpResponse response) {
        return ledgers.of(by.tenant(), new MeetingId(Shape.uuid("id", id)))
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_UNKNOWN)))
                .doOnNext(ledger -> Versioned.tag(response, ledger.version()));
    }
}
