package dev.parley.signaling.room;

import dev.parley.api.Ids;
import dev.parley.api.transcript.SegmentId;
import dev.parley.signaling.frame.Numbered;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person's session with a room. It outlives a lost connection; its outbox is bounded, so a slow reader loses the session
 * rather than slow down the room. Guarded by its room's lock.
 */
public final class Peer {
    private final Attendee who;
    private final String tokenHash;
    private final Outbox outbox;
    private @Nullable Wire wire;
    private long lastId;
    /** Asked for twice: by the room, and by who stores them. */
    private volatile @Nullable Words lastWords;

    private record Words(long id, SegmentId named) {}

    Peer(Attendee who, String tokenHash, Wire wire) {
        this.who = who;
        this.tokenHash = tokenHash;
        this.outbox = wire.outbox();
        this.wire = wire;
        wire.carries(this);
    }

    public Attendee who() {
        return who;
    }

    /** Under which words of this frame stand in the transcript; the same however often it is sent. */
    public SegmentId wordsOf(long id) {
        var words = lastWords;
        if (words == null || words.id() != id)
            lastWords = words = new Words(id, new SegmentId(Ids.named("words", tokenHash, id)));
        return words.named();
    }

    /** @return false if it could not take this in: everything waiting is given up */
    boolean offer(Numbered letter) {
        return outbox.add(letter);
    }

    /** The way back is in the letter of this number, which is large. */
    void isWelcomedBy(long seq) {
        outbox.forget(seq);
    }

    Optional<Wire> wire() {
        return Optional.ofNullable(wire);
    }

    boolean isOn(Wire connection) {
        return wire == connection;
    }

    boolean isDetached() {
        return wire == null;
    }

    void detach() {
        wire = null;
    }

    boolean mayResume(String token, long lastSeq) {
        return new Secret(token).hash().equals(tokenHash) && outbox.reachesBackTo(lastSeq);
    }

    void resumeOn(Wire newer, long lastSeq) {
        newer.carries(this);
        newer.use(outbox);
        outbox.rewindTo(lastSeq);
        wire = newer;
    }

    void saw(long id) {
        lastId = Math.max(lastId, id);
    }

    long lastId() {
        return lastId;
    }
}
