package dev.parley.infra.http;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** The headers by which browsers guard the page: only its own scripts, nobody frames it, no address leaks to others. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class GuardingHeaders implements WebFilter {
    /** The component library writes style elements, so styles may stand inline; scripts may not. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            "connect-src 'self' ws: wss:",
            "manifest-src 'self'",
            "frame-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final Map<String, String> ON_EVERY_ANSWER = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "Permissions-Policy",
                    "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=()",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getResponse().getHeaders();
        ON_EVERY_ANSWER.forEach(headers::set);
        if (exchange.getRequest().getPath().value().startsWith("/api/"))
            headers.set(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return chain.filter(exchange);
    }
}
