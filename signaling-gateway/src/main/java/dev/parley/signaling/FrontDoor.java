package dev.parley.signaling;

import static dev.parley.signaling.frame.SignalRefusal.ORIGIN_NOT_ALLOWED;
import static dev.parley.signaling.frame.SignalRefusal.PROTOCOL_UNKNOWN;

import dev.parley.api.Refused;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Who may open a WebSocket at all. Browsers let any page open one to any host, but they say honestly from which page
 * ({@code Origin}, RFC 6455 §10.2); what is not a browser sends none and has no user to ride on.
 */
final class FrontDoor implements WebSocketService {
    private final WebSocketService upgrade;
    private final Crowd crowd;
    private final List<String> allowedOrigins;

    FrontDoor(WebSocketService upgrade, Crowd crowd, List<String> allowedOrigins) {
        this.upgrade = upgrade;
        this.crowd = crowd;
        this.allowedOrigins = allowedOrigins;
    }

    @Override
    public Mono<Void> handleRequest(ServerWebExchange exchange, WebSocketHandler handler) {
        if (!isAllowed(exchange.getRequest())) return Mono.error(new Refused(ORIGIN_NOT_ALLOWED));
        if (!speaksOurs(exchange.getRequest())) return Mono.error(new Refused(PROTOCOL_UNKNOWN));
        return Mono.fromCallable(() -> crowd.atTheDoor(exchange.getRequest().getRemoteAddress()))
                .doOnNext(place -> HangUp.whenGone(exchange, place::giveBack))
                .then(Mono.defer(() -> upgrade(exchange, handler)));
    }

    private Mono<Void> upgrade(ServerWebExchange exchange, WebSocketHandler handler) {
        HangUp.channelOf(exchange).ifPresent(EarlyBytes::keptOn);
        return upgrade.handleRequest(exchange, new Remembering(handler, exchange));
    }

    private boolean isAllowed(ServerHttpRequest request) {
        var origin = request.getHeaders().getOrigin();
        if (origin == null || allowedOrigins.contains(origin)) return true;
        var host = request.getHeaders().getFirst("Host");
        return host != null && authorityOf(origin).equals(host.toLowerCase(Locale.ROOT));
    }

    private static String authorityOf(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean speaksOurs(ServerHttpRequest request) {
        return request.getHeaders().getOrEmpty("Sec-WebSocket-Protocol").stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .anyMatch(protocol -> protocol.strip().equals(SignalingHandler.PROTOCOL));
    }

    /** Lets the session know its connection. */
    private record Remembering(WebSocketHandler handler, ServerWebExchange exchange) implements WebSocketHandler {
        @Override
        public List<String> getSubProtocols() {
            return handler.getSubProtocols();
        }

        @Override
        public Mono<Void> handle(WebSocketSession session) {
            HangUp.remember(exchange, session.getAttributes());
            return handler.handle(session);
        }
    }
}
