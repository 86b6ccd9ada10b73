package dev.parley.signaling.room;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was noted lately; the oldest is forgotten when there is too much. */
final class Recent<K, V> {
    private final int most;
    private final Map<K, V> notes = new LinkedHashMap<>();

    Recent(int most) {
        this.most = most;
    }

    void note(K key, V value) {
        notes.put(key, value);
        if (notes.size() > most) notes.remove(notes.keySet().iterator().next());
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(notes.get(key));
    }
}
