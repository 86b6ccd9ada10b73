package dev.parley.signaling.room;

import dev.parley.signaling.frame.Numbered;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * What one person still has to get, and what they got lately in case it was lost on the way. Both bounded, in letters and in
 * bytes. Letters bring the room's numbers with them, which rise but skip what others got and what was dropped.
 */
final class Outbox {
    private final OutboxLimits limits;
    private final Deque<Numbered> waiting = new ArrayDeque<>(2);
    private final Deque<Numbered> kept = new ArrayDeque<>(2);
    private final Deque<Numbered> again = new ArrayDeque<>(0);
    private Object reader;
    private int droppable;
    private int waitingBytes;
    private int keptBytes;
    private long sentUpTo;
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
    synchronized boolean add(Numbered letter) {
        if (overflowed) return false;
        if (letter.isDroppable()) makeNeedless(letter);
        waiting.addLast(letter);
        waitingBytes += letter.size();
        if (isFull()) dropTheDroppable();
        if (isFull()) giveUp();
        return !overflowed;
    }

    synchronized Optional<Numbered> next(Object asking) {
        if (asking != reader) return Optional.empty();
        var lostOnTheWay = again.pollFirst();
        if (lostOnTheWay != null) return Optional.of(lostOnTheWay);
        var letter = waiting.pollFirst();
        if (letter == null) return Optional.empty();
        waitingBytes -= letter.size();
        sentUpTo = Math.max(sentUpTo, letter.seq());
        if (letter.isDroppable()) droppable--;
        else if (letter.seq() > forgottenUpTo) keep(letter);
        return Optional.of(letter);
    }

    /** Whether everything after this number is still here. */
    synchronized boolean reachesBackTo(long lastSeq) {
        return lastSeq >= forgottenUpTo && lastSeq <= sentUpTo && !overflowed;
    }

    /** Nothing up to this number need be kept: nobody can come back who has not got it. */
    synchronized void forget(long upTo) {
        forgottenUpTo = upTo;
    }

    /** Sends everything after this number again, before anything new; what passes has passed meanwhile. */
    synchronized void rewindTo(long lastSeq) {
        dropTheDroppable();
        again.clear();
        for (var letter : kept) if (letter.seq() > lastSeq) again.addLast(letter);
    }

    /** Of what is droppable only the newest waits, in its own place. */
    private void makeNeedless(Numbered newer) {
        if (droppable > 0) drop(newer.droppableAs());
        droppable++;
    }

    private void drop(Optional<String> kind) {
        for (Iterator<Numbered> letters = waiting.iterator(); letters.hasNext(); ) {
            var letter = letters.next();
            if (!letter.isDroppable()
                    || kind.isPresent() && !letter.droppableAs().equals(kind)) continue;
            letters.remove();
            droppable--;
            waitingBytes -= letter.size();
        }
    }

    private void dropTheDroppable() {
        if (droppable > 0) drop(Optional.empty());
    }

    private void giveUp() {
        overflowed = true;
        waiting.clear();
        waitingBytes = 0;
        kept.clear();
        again.clear();
    }

    private boolean isFull() {
        return waiting.size() > limits.waiting() || waitingBytes > limits.waitingBytes();
    }

    private void keep(Numbered letter) {
        kept.addLast(letter);
        keptBytes += letter.size();
        while (kept.size() > limits.kept() || keptBytes > limits.keptBytes()) {
            var oldest = kept.pollFirst();
            if (oldest == null) return;
            keptBytes -= oldest.size();
            forgottenUpTo = oldest.seq();
        }
    }
}
