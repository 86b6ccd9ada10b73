package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.envelope;
import static dev.parley.infra.eventlog.Facts.fact;
import static dev.parley.infra.eventlog.Facts.now;

import dev.parley.api.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;

/** What one writer of a random case does, and what he is told. */
final class RandomPlan {
    enum Kind {
        RIGHT,
        STALE,
        TOO_EARLY,
        REPEATED,
        BROKEN
    }

    private final Random random;
    private final List<String> streams;
    private final EngineUnderTest node;
    private final List<MetaData> used = new ArrayList<>();

    RandomPlan(Random random, List<String> streams, EngineUnderTest node) {
        this.random = random;
        this.streams = streams;
        this.node = node;
    }

    List<RandomAppendsTest.Told> carryOut(int appends) {
        var told = new ArrayList<RandomAppendsTest.Told>();
        for (var n = 0; n < appends; n++) told.add(append());
        return told;
    }

    private RandomAppendsTest.Told append() {
        var kind = switch (random.nextInt(10)) {
            case 0 -> Kind.STALE;
            case 1 -> Kind.TOO_EARLY;
            case 2 -> used.isEmpty() ? Kind.RIGHT : Kind.REPEATED;
            case 3 -> Kind.BROKEN;
            default -> Kind.RIGHT;
        };
        var envelope = switch (kind) {
            case REPEATED -> used.get(random.nextInt(used.size()));
            case BROKEN -> envelope().and(Envelope.CORRELATION_ID, "\0");
            case RIGHT, STALE, TOO_EARLY -> envelope();
        };
        var before = head();
        var events = events(kind, envelope);
        LastAppend.take();
        try {
            node.append(events);
            used.add(envelope);
            return new RandomAppendsTest.Told(
                    events, before, head(), LastAppend.take().orElseThrow(), kind, null);
        } catch (RuntimeException refusal) {
            return new RandomAppendsTest.Told(events, before, head(), 0, kind, refusal);
        }
    }

    /** One to three events in one stream or several, as the writer believes that they follow. */
    private List<DomainEventMessage<?>> events(Kind kind, MetaData envelope) {
        Map<String, Long> next = new HashMap<>();
        var events = new ArrayList<DomainEventMessage<?>>();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            var stream = streams.get(random.nextInt(streams.size()));
            var sequence = next.computeIfAbsent(stream, this::nextOf);
            next.put(stream, sequence + 1);
            events.add(fact(stream, sequence + error(kind), "x", envelope, now()));
        }
        return events;
    }

    private static long error(Kind kind) {
        return switch (kind) {
            case STALE -> -1;
            case TOO_EARLY -> 100;
            case RIGHT, REPEATED, BROKEN -> 0;
        };
    }

    private long nextOf(String stream) {
        return node.engine().lastSequenceNumberFor(stream).orElse(-1L) + 1;
    }

    private long head() {
        return node.head().position().orElseThrow();
    }
}
