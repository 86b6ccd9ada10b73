package dev.parley.query.hostpools;

import static dev.parley.api.hostpool.HostPoolRefusal.HOST_POOL_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.hostpool.HostPoolQuery.AssignmentLine;
import dev.parley.api.hostpool.HostPoolQuery.HostPoolLine;
import dev.parley.query.Asked;
import dev.parley.query.Versioned;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code GET /host-pools}, one of them, and whom it chose. */
@RestController
@RequestMapping("/api/v1/host-pools")
final class HostPoolsController {
    private static final int PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    private final HostPoolReader pools;

    HostPoolsController(HostPoolReader pools) {
        this.pools = pools;
    }

    @GetMapping
    Flux<HostPoolLine> pools(@AuthenticationPrincipal Actor by) {
        return pools.all(by.tenant());
    }

    @GetMapping("/{id}")
    Mono<HostPoolLine> pool(@AuthenticationPrincipal Actor by, @PathVariable String id, ServerHttpResponse response) {
        return find(by, id).doOnNext(pool -> Versioned.tag(response, pool.version()));
    }

    /** @param after the number of the last line that was seen */
    @GetMapping("/{id}/assignments")
    Flux<AssignmentLine> assignments(
            @AuthenticationPrincipal Actor by,
            @PathVariable String id,
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit) {
        var before = Asked.given(after)
                .map(text -> (long) Asked.number("after", text, 0, Integer.MAX_VALUE))
                .orElse(Long.MAX_VALUE);
        var most = Asked.limit(limit, PAGE, LONGEST_PAGE);
        return find(by, id).flatMapMany(pool -> pools.assignments(by.tenant(), pool.hostPoolId(), before, most));
    }

    private Mono<HostPoolLine> find(Actor by, String id) {
        return pools.find(by.tenant(), new HostPoolId(Shape.uuid("id", id)))
                .switchIfEmpty(Mono.error(() -> new Refused(HOST_POOL_UNKNOWN)));
    }
}
