package dev.parley.signaling.room;

import dev.parley.signaling.frame.ClientFrame;
import java.util.Optional;
import java.util.function.Consumer;

/** Ends what somebody was saying when they can no longer end it themselves: muted, lost or gone. Guarded by its room's lock. */
final class Turns {
    private final Captions captions;
    private final RoomSettings settings;
    private final Timers timers;
    private final Aftermath aftermath;
    private final Consumer<Runnable> step;

    /** @param step does something under the room's lock */
    Turns(Captions captions, RoomSettings settings, Timers timers, Aftermath aftermath, Consumer<Runnable> step) {
        this.captions = captions;
        this.settings = settings;
        this.timers = timers;
        this.aftermath = aftermath;
        this.step = step;
    }

    /** Unless more is said meanwhile. */
    void closeSoon(Peer peer) {
        var words = captions.unfinished(peer.who().id());
        if (words.isEmpty()) return;
        timers.after(settings.turnClosesAfter(), () -> step.accept(() -> close(peer, words.get())));
    }

    private void close(Peer peer, ClientFrame.Segment words) {
        if (captions.unfinished(peer.who().id()).equals(Optional.of(words))) breakOff(peer);
    }

    void breakOff(Peer peer) {
        captions.breakOff(peer.who().id()).ifPresent(words -> aftermath.brokeOff(peer.who(), words));
    }
}
