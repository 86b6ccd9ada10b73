package dev.parley.signaling.room;

import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewEvent.MomentAsked;
import dev.parley.signaling.frame.ServerFrame.Speech;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes what the interviewer does to its room at its time: what it says waits for a pause, though not for ever, and is over
 * after as long as it takes to say. Guarded by the room's lock.
 */
final class Interviewing {
    private final Room room;
    private final RoomSettings settings;
    private final Timers timers;
    private final Consumer<Function<Room, List<Delivery>>> takeIn;
    private final Consumer<Runnable> step;
    private final Manners manners = new Manners();

    /**
     * @param takeIn tells the room a fact, within a step
     * @param step does something under the room's lock
     */
    Interviewing(
            Room room,
            RoomSettings settings,
            Timers timers,
            Consumer<Function<Room, List<Delivery>>> takeIn,
            Consumer<Runnable> step) {
        this.room = room;
        this.settings = settings;
        this.timers = timers;
        this.takeIn = takeIn;
        this.step = step;
    }

    void on(InterviewEvent event) {
        if (event instanceof MomentAsked && room.isSomebodySpeaking()) return; // Nobody is waiting for us.
        if (!manners.holdsBack(event, room.isSomebodySpeaking())) takeIn.accept(to -> to.on(event));
        else timers.after(settings.waitsForPause(), () -> step.accept(() -> speakUpAfter(event)));
    }

    private void speakUpAfter(InterviewEvent event) {
        if (manners.isWaitingFor(event)) speakUp();
    }

    void speakUpInAPause() {
        if (manners.isWaiting() && !room.isSomebodySpeaking()) speakUp();
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
        var takes = Duration.ofMillis(1_000L * speech.text().length() / settings.charactersPerSecond());
        timers.after(takes, () -> step.accept(() -> takeIn.accept(to -> to.speechIsOver(speech.segmentId()))));
    }
}
