package dev.parley.signaling;

import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.server.HttpServerState;

/** Hangs up on whoever connects and then does not ask for anything, or asks so slowly that it comes to the same. */
final class FirstRequest implements ConnectionObserver {
    private static final AttributeKey<Future<?>> DEADLINE = AttributeKey.valueOf(FirstRequest.class, "deadline");

    private final Duration within;

    FirstRequest(Duration within) {
        this.within = within;
    }

    @Override
    public void onStateChange(Connection connection, State state) {
        if (state == State.CONNECTED) waitFor(connection);
        else if (state == HttpServerState.REQUEST_RECEIVED) isThere(connection);
    }

    private void waitFor(Connection connection) {
        var channel = connection.channel();
        var deadline = channel.eventLoop().schedule(connection::dispose, within.toMillis(), TimeUnit.MILLISECONDS);
        channel.attr(DEADLINE).set(deadline);
        channel.closeFuture().addListener(_ -> deadline.cancel(false));
    }

    private static void isThere(Connection connection) {
        var deadline = connection.channel().attr(DEADLINE).getAndSet(null);
        if (deadline != null) deadline.cancel(false);
    }
}
