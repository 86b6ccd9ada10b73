package dev.parley.signaling;

import dev.parley.signaling.admission.Admission.Admitted;
import dev.parley.signaling.minutes.Minutes;
import dev.parley.signaling.room.Peer;
import dev.parley.signaling.room.Waiter;
import dev.parley.signaling.room.Wire;
import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** One person's way into a room: at once, after a time in the lobby, or not at all. The meeting decides, each time it is asked. */
final class Entering {
    private final Connection.Services services;
    private final Admitted admitted;
    private final long id;
    private final Wire wire;
    private final Clock clock;
    private final Door door;

    /** What the connection does about it. */
    interface Door {
        void joined(Peer peer);

        void turnedAway(long id, Throwable why);

        boolean isGone();
    }

    Entering(Connection.Services services, Admitted admitted, long id, Wire wire, Clock clock, Door door) {
        this.services = services;
        this.admitted = admitted;
        this.id = id;
        this.wire = wire;
        this.clock = clock;
        this.door = door;
    }

    /** Completes when the meeting has decided; who must wait goes on waiting after that. */
    Mono<Void> ask() {
        var heard = services.rooms().newsAt(admitted.who().meetingId());
        return services.minutes()
                .join(admitted.who())
                .then(Mono.fromCallable(this::enter))
                .doOnNext(door::joined)
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() -> refused(failure, heard)));
    }

    private Peer enter() {
        var ice = services.turn().configurationFor(admitted.who());
        return services.rooms().enter(admitted.who(), admitted.page(), ice, id, wire);
    }

    private void refused(Throwable failure, long heard) {
        var waiter = waiter(failure);
        if (waiter.isPresent()) await(waiter.get(), heard);
        else turnAway(failure);
    }

    private void await(Waiter waiter, long heard) {
        try {
            services.rooms().await(waiter, heard);
            if (door.isGone()) services.rooms().stopsWaiting(admitted.who(), wire);
        } catch (RuntimeException full) {
            turnAway(full);
        }
    }

    private void turnAway(Throwable failure) {
        services.rooms().stopsWaiting(admitted.who(), wire);
        door.turnedAway(id, failure);
    }

    private Optional<Waiter> waiter(Throwable failure) {
        return Minutes.refusedIn(failure)
                .flatMap(refused -> Waiter.reasonIn(refused.refusal()))
                .map(what -> new Waiter(
                        admitted.who(), admitted.page(), what, clock.instant(), id, wire, () -> ask().subscribe()));
    }
}
