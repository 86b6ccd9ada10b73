package dev.parley.query.deliveries;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.NotificationQuery.DeliveryLine;
import dev.parley.query.Asked;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** {@code GET /deliveries}, of one meeting or of all. */
@RestController
final class DeliveryController {
    private static final int USUAL = 200;
    private static final int MOST = 1_000;

    private final DeliveryReader deliveries;

    DeliveryController(DeliveryReader deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping("/api/v1/deliveries")
    Flux<DeliveryLine> deliveries(
            @AuthenticationPrincipal Actor by,
            @RequestParam Optional<String> meeting,
            @RequestParam Optional<String> limit) {
        var of = Asked.given(meeting).map(id -> new MeetingId(Shape.uuid("meeting", id)));
        return deliveries.newest(by.tenant(), of, Asked.limit(limit, USUAL, MOST));
    }
}
