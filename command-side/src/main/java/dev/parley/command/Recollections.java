package dev.parley.command;

import dev.parley.api.OutOfDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Which streams the command at hand knows only from this node's memory. What is stored on them is checked by the log; whatever
 * else rests on them, a refusal above all, is worth nothing unless they are still as remembered.
 */
public final class Recollections {
    private static final String KEY = Recollections.class.getName();

    private final Map<String, Recollection> streams = HashMap.newHashMap(2);

    private record Recollection(long version, Runnable forget) {}

    private Recollections() {}

    public static Recollections ofThisCommand() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, _ -> new Recollections());
    }

    /** @param forget so that the stream is read from the log next time */
    public void note(String stream, long version, Runnable forget) {
        streams.putIfAbsent(stream, new Recollection(version, forget));
    }

    /** To be called before the commit where nothing is added to the stream; whoever adds is checked by the log. */
    void confirmUnlessChanged(String stream, long version, EventStore events) {
        var recollection = streams.get(stream);
        if (recollection != null && recollection.version() == version) confirm(stream, events);
    }

    /** @throws OutOfDate if the stream was remembered and has gone on elsewhere */
    public void confirm(String stream, EventStore events) {
        var recollection = streams.get(stream);
        if (recollection == null) return;
        if (events.lastSequenceNumberFor(stream).orElse(-1L) == recollection.version()) return;
        recollection.forget().run();
        throw new OutOfDate(stream);
    }

    void confirmAll(EventStore events) {
        List.copyOf(streams.keySet()).forEach(stream -> confirm(stream, events));
    }
}
