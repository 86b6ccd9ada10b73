package dev.parley.infra.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets nobody ask more of the pages without an account than a person would: so many requests a minute from one address, and
 * fewer that change something. What is too much is turned away before it is read. Each node counts for itself.
 */
@Order(-300)
final class Crowd implements WebFilter {
    private static final String OPEN = "/api/v1/public/";
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final CrowdSettings settings;
    private final ProblemAnswers answers;
    private final Clock clock;
    private final Cache<String, Count> counts;

    Crowd(CrowdSettings settings, ProblemAnswers answers, Clock clock) {
        this.settings = settings;
        this.answers = answers;
        this.clock = clock;
        this.counts = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterAccess(WINDOW)
                .build();
    }

    /** Requests since the beginning of a minute. */
    private record Count(Instant since, int requests) {
        Count andOne(Instant now) {
            return now.isBefore(since.plus(WINDOW)) ? new Count(since, requests + 1) : new Count(now, 1);
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!request.getPath().value().startsWith(OPEN)) return chain.filter(exchange);
        var looks = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        var now = clock.instant();
        var key = (looks ? "r " : "c ") + network(request);
        var count = counts.asMap().merge(key, new Count(now, 1), (so, _) -> so.andOne(now));
        if (count.requests() <= (looks ? settings.reads() : settings.changes())) return chain.filter(exchange);
        var wait = Math.max(1, Duration.between(now, count.since().plus(WINDOW)).toSeconds());
        return answers.write(exchange, HttpStatus.TOO_MANY_REQUESTS, Map.of(HttpHeaders.RETRY_AFTER, "" + wait));
    }

    /** Who has one IPv6 address has as many as they like, all beginning with the same 64 bits. */
    private static String network(ServerHttpRequest request) {
        return Optional.ofNullable(request.getRemoteAddress())
                .map(InetSocketAddress::getAddress)
                .map(InetAddress::getAddress)
                .map(bytes -> Arrays.toString(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes))
                .orElse("");
    }
}
