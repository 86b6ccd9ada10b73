package dev.parley.signaling.room;

import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewEvent.MomentAsked;
import dev.parley.signaling.frame.ServerFrame.Speech;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Takes what the interviewer does to its room at its time: what it says waits for a pause, though not for ever, and is over
 * after as long as it takes to say. Guarded by the room's lock.
 */
final class Interviewing {
    private final Room room;
    private final RoomSettings settings;
    private final Timers timers;
    private final BooleanSupplier somebodySpeaks;
    private final Consumer<Function<Room, List<Delivery>>> takeIn;
    private final Consumer<Runnable> step;
    private final Manners manners = new Manners();
    private Disposable listening = Disposables.disposed();

    /**
     * @param somebodySpeaks whether the interviewer would talk over somebody now
     * @param takeIn tells the room a fact, within a step
     * @param step does something under the room's lock
     */
    Interviewing(
            Room room,
            RoomSettings settings,
            Timers timers,
            BooleanSupplier somebodySpeaks,
            Consumer<Function<Room, List<Delivery>>> takeIn,
            Consumer<Runnable> step) {
        this.room = room;
        this.settings = settings;
        this.timers = timers;
        this.somebodySpeaks = somebodySpeaks;
        this.takeIn = takeIn;
        this.step = step;
    }

    void on(InterviewEvent event) {
        if (event instanceof MomentAsked && somebodySpeaks.getAsBoolean()) return; // Nobody is waiting for us.
        if (!manners.holdsBack(event, somebodySpeaks.getAsBoolean())) takeIn.accept(to -> to.on(event));
        else timers.after(settings.waitsForPause(), () -> step.accept(() -> speakUpAfter(event)));
    }

    private void speakUpAfter(InterviewEvent event) {
        if (manners.isWaitingFor(event)) speakUp();
    }

    void speakUpInAPause() {
        if (manners.isWaiting() && !somebodySpeaks.getAsBoolean()) speakUp();
    }

    private void speakUp() {
        for (var event : manners.go()) takeIn.accept(to -> to.on(event));
    }

    /** @param before what it was saying before the last fact */
    void listenAfterwards(Optional<Speech> before) {
        room.proceedings()
                .speaking()
                .filter(speech -> !before.equals(Optional.of(speech)))
                .ifPresent(this::listenAfter);
    }

    private void listenAfter(Speech speech) {
        listening.dispose();
        var characters = speech.text().length() - speech.from().orElse(0);
        var takes = Duration.ofMillis(1_000L * characters / settings.charactersPerSecond());
        listening =
                timers.after(takes, () -> step.accept(() -> takeIn.accept(to -> to.speechIsOver(speech.segmentId()))));
    }
}
