package dev.parley.signaling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame.Simulate;
import dev.parley.signaling.room.Attendee;
import dev.parley.signaling.room.Peer;
import dev.parley.signaling.room.Rooms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Breaks on purpose what networks and machines break by chance, so that clients' tests need neither. In development only. */
final class Simulations {
    private static final int MOST = 1_000;

    private final Rooms rooms;
    private final Clock clock;
    private final Cache<ParticipantId, Instant> cutOffUntil =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Simulations(Rooms rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    /** @param cut ends this connection without a word, as a network does */
    void begin(Peer peer, Simulate wanted, Runnable cut) {
        var time = Duration.ofSeconds(wanted.seconds());
        switch (wanted.fault()) {
            case DROP_SIGNALING -> {
                cutOffUntil.put(peer.who().id(), clock.instant().plus(time));
                cut.run();
            }
            case DROP_MEDIA -> rooms.simulateLossOfMedia(peer, time);
            case RESTART -> rooms.simulateRestart();
        }
    }

    boolean isCutOff(Attendee who) {
        var until = cutOffUntil.getIfPresent(who.id());
        return until != null && clock.instant().isBefore(until);
    }
}
