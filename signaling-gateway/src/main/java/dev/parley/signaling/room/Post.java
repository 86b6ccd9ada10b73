package dev.parley.signaling.room;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.CloseReason;
import dev.parley.signaling.frame.FrameCodec;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts letters into the outboxes of a room's people, each letter under one number for all who get it. Guarded by the room's lock. */
final class Post {
    private final Map<ParticipantId, Peer> peers;
    private final FrameCodec codec;
    private final Timers timers;
    /** Waking one twice costs nothing. */
    private final List<Wire> toWake = new ArrayList<>();

    private long seq;

    Post(Map<ParticipantId, Peer> peers, FrameCodec codec, Timers timers) {
        this.peers = peers;
        this.codec = codec;
        this.timers = timers;
    }

    /** The number of what was delivered last. */
    long lastSeq() {
        return seq;
    }

    /** @return who cannot take it */
    List<Peer> deliver(List<Delivery> deliveries) {
        var tooSlow = new ArrayList<Peer>(0);
        @Nullable Letter letter = null;
        @Nullable Numbered numbered = null;
        var readers = 0;
        for (var next : deliveries) {
            var peer = peers.get(next.to());
            if (peer == null) continue;
            if (numbered == null || next.letter() != letter) {
                count(letter, readers);
                readers = 0;
                letter = next.letter();
                numbered = codec.number(++seq, timers.now(), letter);
            }
            readers++;
            peer.wire().ifPresent(toWake::add);
            if (!peer.offer(numbered)) tooSlow.add(peer);
        }
        count(letter, readers);
        return tooSlow;
    }

    private void count(@Nullable Letter letter, int readers) {
        if (letter != null) codec.counts().out(letter.frame(), readers);
    }

    void close(Peer peer, CloseReason why) {
        peer.wire().ifPresent(wire -> {
            wire.toBeClosed(why, why.name());
            toWake.add(wire);
        });
    }

    /** Those that have something to send now; asked twice, there are none. */
    List<Wire> toWake() {
        var wires = List.copyOf(toWake);
        toWake.clear();
        return wires;
    }
}
