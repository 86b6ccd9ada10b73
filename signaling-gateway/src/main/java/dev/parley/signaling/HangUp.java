package dev.parley.signaling;

import io.netty.channel.Channel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Cuts a connection whose client does not read: a close frame would wait behind everything unread, forever. Spring's session
 * cannot do that, so the connection is remembered when it is upgraded.
 */
final class HangUp {
    private static final String CONNECTION = HangUp.class.getName();

    private HangUp() {}

    static void remember(ServerWebExchange from, Map<String, Object> attributes) {
        if (ServerHttpRequestDecorator.getNativeRequest(from.getRequest()) instanceof HttpServerRequest request)
            request.withConnection(connection -> attributes.put(CONNECTION, connection));
    }

    /** Once the connection is gone for good, whatever became of it. */
    static void whenGone(ServerWebExchange from, Runnable then) {
        if (ServerHttpRequestDecorator.getNativeRequest(from.getRequest()) instanceof HttpServerRequest request)
            request.withConnection(
                    connection -> connection.channel().closeFuture().addListener(_ -> then.run()));
        else then.run();
    }

    static Optional<Channel> channelOf(ServerWebExchange exchange) {
        Map<String, Object> found = new HashMap<>();
        remember(exchange, found);
        return found.get(CONNECTION) instanceof Connection connection
                ? Optional.of(connection.channel())
                : Optional.empty();
    }

    static Optional<Channel> channelOf(WebSocketSession session) {
        return session.getAttributes().get(CONNECTION) instanceof Connection connection
                ? Optional.of(connection.channel())
                : Optional.empty();
    }

    static void on(WebSocketSession session) {
        channelOf(session).ifPresent(LastWord::waitNoLonger);
        if (session.getAttributes().get(CONNECTION) instanceof Disposable connection) connection.dispose();
    }
}
