package dev.parley.command;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates that need not be folded from their whole stream again. Each is brought up to date when it is taken, by reading
 * what came after; otherwise a node would decide on what another node has long changed, and refuse or accept wrongly.
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
        if (entry instanceof AggregateCacheEntry<?> remembered) catchUp(key.toString(), remembered);
        return (V) entry;
    }

    private void catchUp(String stream, AggregateCacheEntry<?> remembered) {
        EventSourcedAggregate<?> aggregate = remembered.recreateAggregate(null, null, null, null);
        var news = events.readEvents(stream, aggregate.version() + 1);
        if (news.hasNext()) aggregate.initializeState(news);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
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
