package dev.parley.saga;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.api.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * What has happened to one thing, from the log itself: processes decide on facts, never on a view that may lag behind. Facts do not
 * change, so those that were read once are remembered, within a bound, and only what is new is read.
 */
public final class History {
    private static final Story UNHEARD_OF = new Story(0, List.of());

    private final EventStore log;
    private final Cache<String, Story> remembered;

    /** @param remembered how many facts at most */
    public History(EventStore log, int remembered) {
        this.log = log;
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(remembered)
                .weigher((String _, Story story) -> story.facts().size())
                .executor(Runnable::run)
                .build();
    }

    /** Everything that happened under this id, oldest first; empty if it was never heard of. */
    public <E extends Event> List<Fact<E>> of(Object id, Class<E> feature) {
        return story(id.toString()).facts().stream()
                .filter(fact -> feature.isInstance(fact.event()))
                .map(fact -> new Fact<>(feature.cast(fact.event()), fact.at()))
                .toList();
    }

    private Story story(String id) {
        var known = Optional.ofNullable(remembered.getIfPresent(id)).orElse(UNHEARD_OF);
        // From a sequence on, because reading by id alone would begin with a snapshot of the aggregate.
        try (var events = log.readEvents(id, known.next()).asStream()) {
            var facts = new ArrayList<>(known.facts());
            var next = known.next();
            for (var each = events.iterator(); each.hasNext(); ) {
                var event = each.next();
                next = event.getSequenceNumber() + 1;
                if (event.getPayload() instanceof Event fact) facts.add(new Fact<>(fact, event.getTimestamp()));
            }
            if (next == known.next()) return known;
            var story = new Story(next, List.copyOf(facts));
            remembered.put(id, story);
            return story;
        }
    }

    /** An event and when it was stored. */
    public record Fact<E extends Event>(E event, Instant at) {}

    /** @param next the sequence number of the first event that is not in it */
    private record Story(long next, List<Fact<Event>> facts) {}
}
