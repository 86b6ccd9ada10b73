package dev.parley.signaling.room;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Takes what people measure to their room at its time, and looks again when time alone may change something. Guarded by the room's lock. */
final class Measuring {
    private final Room room;
    private final Seats seats;
    private final Timers timers;
    private final Aftermath aftermath;
    private final Consumer<Supplier<List<Delivery>>> step;
    private boolean watching;

    /** @param step takes the room's lock, asks what is to be told, and tells it */
    Measuring(Room room, Seats seats, Timers timers, Aftermath aftermath, Consumer<Supplier<List<Delivery>>> step) {
        this.room = room;
        this.seats = seats;
        this.timers = timers;
        this.aftermath = aftermath;
        this.step = step;
    }

    List<Delivery> on(Peer peer, long id, ClientFrame.Measurement measured) {
        var who = peer.who().id();
        var deliveries = room.measured(who, id, measured, timers.now());
        if (measured instanceof ClientFrame.Quality quality)
            Stream.of(who, quality.peer()).forEach(this::notePoorConnection);
        watch();
        return deliveries;
    }

    private void notePoorConnection(ParticipantId who) {
        var peer = seats.of(who);
        if (peer == null) return;
        room.reception().toBeNoted(who, timers.now()).ifPresent(link -> aftermath.isPoorlyConnected(peer.who(), link));
    }

    private void watch() {
        if (watching || !room.reception().isToBeWatched()) return;
        watching = true;
        timers.after(room.reception().pause(), () -> step.accept(this::look));
    }

    private List<Delivery> look() {
        watching = false;
        var deliveries = room.at(timers.now());
        watch();
        return deliveries;
    }
}
