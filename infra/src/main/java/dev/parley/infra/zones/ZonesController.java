package dev.parley.infra.zones;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For operators: which rules of time zones this node computes with, and why not others. */
@RestController
final class ZonesController {
    private final ZoneState state;

    ZonesController(ZoneState state) {
        this.state = state;
    }

    @GetMapping("/api/v1/operations/zones")
    Mono<ZoneState> zones() {
        return Mono.just(state);
    }
}
