package dev.parley.signaling.room;

import dev.parley.signaling.frame.Letter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one person still has to get, and what they got lately in case it was lost on the way. Both bounded. A letter gets its
 * number when it goes out, so droppable ones leave no gap that matters.
 */
final class Outbox {
    private final OutboxLimits limits;
    /** By what makes a letter needless, or by a number of its own. */
    private final Map<Object, Letter> waiting = new LinkedHashMap<>();

    private final Deque<Numbered> kept = new ArrayDeque<>();
    private final Deque<Numbered> again = new ArrayDeque<>();
    private Object reader;
    private int waitingWeight;
    private int keptWeight;
    private long added;
    private long seq;
    private long forgottenUpTo;
    private boolean overflowed;

    Outbox(OutboxLimits limits, Object reader) {
        this.limits = limits;
        this.reader = reader;
    }

    /** Only the newest reader gets letters: an older one, not yet quite dead, would take them away. */
    synchronized void handTo(Object newer) {
        reader = newer;
    }

    /** @return false if there is no room, even without what may be dropped; then everything is given up */
    synchronized boolean add(Letter letter) {
        if (overflowed) return false;
        var key = letter.droppableAs().<Object>map(kind -> kind).orElseGet(() -> ++added);
        var older = waiting.remove(key);
        waiting.put(key, letter);
        waitingWeight += weight(letter) - (older == null ? 0 : weight(older));
        if (isFull()) dropTheDroppable();
        if (isFull()) giveUp();
        return !overflowed;
    }

    synchronized Optional<Numbered> next(Object asking) {
        if (asking != reader) return Optional.empty();
        var lostOnTheWay = again.pollFirst();
        if (lostOnTheWay != null) return Optional.of(lostOnTheWay);
        var entries = waiting.values().iterator();
        if (!entries.hasNext()) return Optional.empty();
        var letter = entries.next();
        entries.remove();
        waitingWeight -= weight(letter);
        var numbered = new Numbered(++seq, letter);
        if (letter.droppableAs().isEmpty()) keep(numbered);
        return Optional.of(numbered);
    }

    /** Whether everything after this number is still here. */
    synchronized boolean reachesBackTo(long lastSeq) {
        return lastSeq >= forgottenUpTo && lastSeq <= seq && !overflowed;
    }

    /** Sends everything after this number again, before anything new. */
    synchronized void rewindTo(long lastSeq) {
        again.clear();
        for (var numbered : kept) if (numbered.seq() > lastSeq) again.addLast(numbered);
    }

    private void giveUp() {
        overflowed = true;
        waiting.clear();
        waitingWeight = 0;
        kept.clear();
        again.clear();
    }

    private boolean isFull() {
        return waiting.size() > limits.waiting() || waitingWeight > limits.waitingWeight();
    }

    private void dropTheDroppable() {
        for (Iterator<Letter> letters = waiting.values().iterator(); letters.hasNext(); ) {
            var letter = letters.next();
            if (letter.droppableAs().isEmpty()) continue;
            letters.remove();
            waitingWeight -= weight(letter);
        }
    }

    private void keep(Numbered numbered) {
        kept.addLast(numbered);
        keptWeight += weight(numbered.letter());
        while (kept.size() > limits.kept() || keptWeight > limits.keptWeight()) {
            var oldest = kept.pollFirst();
            if (oldest == null) return;
            keptWeight -= weight(oldest.letter());
            forgottenUpTo = oldest.seq();
        }
    }

    private static int weight(Letter letter) {
        return letter.frame().weight();
    }
}
