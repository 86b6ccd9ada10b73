package dev.parley.command;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates that need not be folded from their stream again. They are taken as they are remembered, without asking the log:
 * what is stored is checked there anyway, and what is not stored is checked before it counts (see {@link Recollections}). The
 * repository removes an aggregate after any failure, so the next command meets it fresh from the log.
 */
class AggregateMemory implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;
    private final EventStore events;

    AggregateMemory(EventStore events, AggregateSettings settings) {
        this.events = events;
        this.entries = Caffeine.newBuilder().maximumSize(settings.remembered()).build();
    }

    /** Called under the aggregate's lock. */
    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // Axon's "absent" is null.
    public <K, V> @Nullable V get(K key) {
        var entry = entries.getIfPresent(key);
        if (entry instanceof AggregateCacheEntry<?> remembered)
            Recollections.ofThisCommand().note(key.toString(), version(remembered), () -> entries.invalidate(key));
        return (V) entry;
    }

    /** Called under the aggregate's lock, when the command has been decided and before anything is stored. */
    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
        if (value instanceof AggregateCacheEntry<?> remembered)
            Recollections.ofThisCommand().confirmUnlessChanged(key.toString(), version(remembered), events);
    }

    private static long version(AggregateCacheEntry<?> remembered) {
        EventSourcedAggregate<?> aggregate = remembered.recreateAggregate(null, null, null, null);
        return aggregate.version();
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    /** Nobody listens: an entry that leaves the memory is only folded again. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }
}
