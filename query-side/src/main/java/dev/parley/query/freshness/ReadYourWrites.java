package dev.parley.query.freshness;

import static dev.parley.api.ShapeRefusal.MALFORMED_NUMBER;
import static dev.parley.api.ViewRefusal.VIEW_IS_BEHIND;

import dev.parley.api.Refused;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request that names the position of a change ({@code X-Parley-Position}) is answered when the views have reached it. */
@Component
final class ReadYourWrites implements WebFilter {
    static final String HEADER = "X-Parley-Position";

    private final ViewPositions views;
    private final FreshnessSettings settings;
    /** One look for all who wait; nobody looks while nobody waits. */
    private final Flux<Long> progress;

    ReadYourWrites(ViewPositions views, FreshnessSettings settings) {
        this.views = views;
        this.settings = settings;
        this.progress = Flux.interval(Duration.ZERO, settings.look())
                .onBackpressureDrop()
                .doOnNext(_ -> views.somebodyWaits())
                .map(_ -> views.reached())
                .share();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var named = exchange.getRequest().getHeaders().getFirst(HEADER);
        return named == null ? chain.filter(exchange) : until(named).then(Mono.defer(() -> chain.filter(exchange)));
    }

    private Mono<Void> until(String named) {
        return Mono.fromSupplier(() -> position(named))
                .flatMap(position -> views.reached() >= position
                        ? Mono.<Void>empty()
                        : progress.filter(reached -> reached >= position)
                                .next()
                                .timeout(settings.atMost())
                                .onErrorMap(TimeoutException.class, _ -> new Refused(VIEW_IS_BEHIND))
                                .then());
    }

    private static long position(String named) {
        try {
            var position = Long.parseLong(named.strip());
            if (position >= 0) return position;
        } catch (NumberFormatException e) {
            throw new Refused(MALFORMED_NUMBER, HEADER);
        }
        throw new Refused(MALFORMED_NUMBER, HEADER);
    }
}
