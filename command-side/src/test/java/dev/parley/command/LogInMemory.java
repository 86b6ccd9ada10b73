package dev.parley.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;

/** Axon's log in memory, but as careful as a real one: it takes no event that does not follow the last of its stream. */
public final class LogInMemory extends InMemoryEventStorageEngine {
    private final AtomicInteger questions = new AtomicInteger();

    /** How often something was asked about a stream. */
    int questions() {
        return questions.get();
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        questions.incrementAndGet();
        return super.readEvents(stream, firstSequence);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        questions.incrementAndGet();
        return super.lastSequenceNumberFor(stream);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (var event : events)
            if (event instanceof DomainEventMessage<?> first
                    && first.equals(firstOf(first.getAggregateIdentifier(), events))
                    && first.getSequenceNumber() != lastOf(first) + 1)
                throw new ConcurrencyException("somebody was faster");
        super.appendEvents(events);
    }

    /** Decides again what lost a race, once, as the bus of the house does. */
    static CommandGateway deciding(CommandBus bus, ScheduledExecutorService later) {
        RetryScheduler once =
                (CommandMessage command,
                        RuntimeException failure,
                        List<Class<? extends Throwable>[]> failures,
                        Runnable send) -> {
                    if (!(failure instanceof ConcurrencyException) || failures.size() > 1) return false;
                    later.schedule(send, Duration.ofMillis(1).toMillis(), TimeUnit.MILLISECONDS);
                    return true;
                };
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(once)
                .build();
    }

    private long lastOf(DomainEventMessage<?> event) {
        return super.readEvents(event.getAggregateIdentifier(), 0).asStream().count() - 1;
    }

    private static Object firstOf(String stream, List<? extends EventMessage<?>> events) {
        return events.stream()
                .filter(event -> event instanceof DomainEventMessage<?> other
                        && other.getAggregateIdentifier().equals(stream))
                .findFirst()
                .orElseThrow();
    }
}
