package dev.parley.signaling;

import static dev.parley.signaling.frame.SignalRefusal.JOIN_EXPECTED;

import dev.parley.signaling.room.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Asks every connection for signs of life and lets go those who give none, do not join, or do not go when they are asked to.
 * Looks at all of them with one timer: a timer for each is what most of the memory of an idle connection would be.
 */
final class Watch implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final ConnectionSettings limits;
    private final Clock clock;
    private final Disposable looking;

    Watch(ConnectionSettings limits, Clock clock, Scheduler timers) {
        this.limits = limits;
        this.clock = clock;
        var every = limits.joinWithin().compareTo(GLANCE) < 0 ? limits.joinWithin() : GLANCE;
        this.looking =
                timers.schedulePeriodically(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Completes when the client must be let go without its cooperation; watches while somebody listens. */
    Mono<Void> over(Connection connection, Wire wire) {
        return Mono.defer(() -> {
            var client = new Client(connection, wire, clock.millis());
            clients.add(client);
            return client.letGo.asMono().doFinally(_ -> clients.remove(client));
        });
    }

    private void look() {
        var now = clock.millis();
        for (var client : clients) client.look(now, limits);
    }

    @Override
    public void close() {
        looking.dispose();
    }

    /** Looked at by one thread at a time. */
    private static final class Client {
        private final Connection connection;
        private final Wire wire;
        private final long since;
        private final Sinks.Empty<Void> letGo = Sinks.empty();
        private long pingedAt;
        private long askedToGoAt;

        Client(Connection connection, Wire wire, long since) {
            this.connection = connection;
            this.wire = wire;
            this.since = since;
            this.pingedAt = since;
        }

        void look(long now, ConnectionSettings limits) {
            if (wire.closingNow().isPresent()) {
                if (askedToGoAt == 0) askedToGoAt = now;
                if (now - askedToGoAt >= limits.closeWithin().toMillis()) letGo.tryEmitEmpty();
                return;
            }
            if (connection.silentForMillis() >= limits.silentFor().toMillis()) {
                connection.givenUp();
                letGo.tryEmitEmpty();
                return;
            }
            if (!connection.hasSaidJoin() && now - since >= limits.joinWithin().toMillis())
                connection.putOut(JOIN_EXPECTED).subscribe();
            if (now - pingedAt < limits.pingEvery().toMillis()) return;
            pingedAt = now;
            wire.ping();
        }
    }
}
