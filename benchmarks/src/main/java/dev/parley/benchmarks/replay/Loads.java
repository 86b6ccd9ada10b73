package dev.parley.benchmarks.replay;

import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.benchmarks.append.Ours;
import dev.parley.benchmarks.rounds.ClosedLoop;
import dev.parley.benchmarks.rounds.Orders;
import dev.parley.command.CommandSide;
import dev.parley.command.benchmark.Conversation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;

/** Loading an aggregate that nobody remembers, by Parley's own repository. */
public final class Loads {
    static final int STREAMS = 4;
    static final int LENGTH = 1_000;

    private Loads() {}

    public static void serve(String url, long postmaster, boolean snapshots) throws Exception {
        var name = snapshots ? "load_snapshot" : "load";
        try (var store = Ours.store(url)) {
            var streams = Fill.longStreams(snapshots);
            var memory = store.getBean(CommandSide.MEMORY, Cache.class);
            var repository = store.getBean(Configuration.class).repository(Conversation.class);
            if (snapshots) streams.forEach(stream -> snapshot(store.getBean(EventStore.class), stream));
            var next = new AtomicInteger();
            Orders.serve((clients, warm, seconds) ->
                    ClosedLoop.runBlocking(name, postmaster, clients, warm, seconds, () -> () -> {
                        load(repository, memory, streams.get(next.getAndIncrement() % streams.size()));
                        return CompletableFuture.completedFuture(null);
                    }));
        }
    }

    private static void load(Repository<Conversation> repository, Cache memory, String stream) {
        memory.remove(stream);
        var work = DefaultUnitOfWork.startAndGet(null);
        try {
            repository.load(stream);
        } finally {
            work.rollback();
        }
    }

    /** As the framework takes one: the state after the last event, under its number. */
    private static void snapshot(EventStore events, String stream) {
        var conversation = new Conversation();
        var last = -1L;
        for (var facts = events.readEvents(stream); facts.hasNext(); ) {
            var fact = facts.next();
            conversation.on((TranscriptEvent.SegmentRecorded) fact.getPayload());
            last = fact.getSequenceNumber();
        }
        events.storeSnapshot(
                new GenericDomainEventMessage<>(Conversation.class.getSimpleName(), stream, last, conversation));
    }
}
