package dev.parley.signaling.room;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.floor.FloorInput;
import dev.parley.signaling.floor.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Has stored what the floor was decided by, from the interviewer's first words on and only of those who agreed, so that other
 * thresholds can be tried on what really happened. Guarded by its room's lock.
 */
final class FloorKeeper {
    /** Characters; what is stored at once is bounded. */
    private static final int ENOUGH = 8_000;

    private final Duration every;
    private final Timers timers;
    private final Aftermath aftermath;
    private final Supplier<Optional<Attendee>> lead;
    private final Predicate<ParticipantId> hasAgreed;
    private final Consumer<Runnable> step;

    private final Map<ParticipantId, FloorInput.VoiceOn> voices = new LinkedHashMap<>();
    private Optional<Recording> recording = Optional.empty();
    private Optional<Attendee> inWhoseMeeting = Optional.empty();
    private int parts;
    private Disposable waiting = Disposables.disposed();

    /**
     * @param every how long it collects; zero for never
     * @param lead who is being interviewed, while they are connected
     * @param step does something under the room's lock
     */
    FloorKeeper(
            Duration every,
            Timers timers,
            Aftermath aftermath,
            Supplier<Optional<Attendee>> lead,
            Predicate<ParticipantId> hasAgreed,
            Consumer<Runnable> step) {
        this.every = every;
        this.timers = timers;
        this.aftermath = aftermath;
        this.lead = lead;
        this.hasAgreed = hasAgreed;
        this.step = step;
    }

    void happens(FloorInput input) {
        if (every.isZero()) return;
        if (input instanceof FloorInput.VoiceOn on) voices.put(on.who(), on);
        if (input instanceof FloorInput.VoiceOff off) voices.remove(off.who());
        if (recording.isEmpty() && input instanceof FloorInput.SentenceBegins) begin(input.at());
        recording.filter(_ -> mayBeKept(input)).ifPresent(one -> add(input, one));
    }

    private void begin(Instant at) {
        var begun = new Recording(at);
        recording = Optional.of(begun);
        for (var on : voices.values()) {
            var now = new FloorInput.VoiceOn(at, on.who(), on.alone(), on.becomesWords());
            if (mayBeKept(now)) add(now, begun);
        }
    }

    private void add(FloorInput input, Recording recording) {
        recording.add(input);
        if (recording.length() >= ENOUGH) keep();
        else if (waiting.isDisposed()) waiting = timers.after(every, () -> step.accept(this::keep));
    }

    private boolean mayBeKept(FloorInput input) {
        return switch (input) {
            case FloorInput.VoiceOn on -> hasAgreed.test(on.who());
            case FloorInput.VoiceOff off -> hasAgreed.test(off.who());
            case FloorInput.Silenced silenced -> hasAgreed.test(silenced.who());
            case FloorInput.Typing typing -> hasAgreed.test(typing.who());
            case FloorInput.Words words -> hasAgreed.test(words.who());
            case FloorInput.SentenceBegins _,
                    FloorInput.SentenceEnds _,
                    FloorInput.SpeechEnds _,
                    FloorInput.SpeechCancelled _,
                    FloorInput.NobodyIsAwaited _ -> true;
            case FloorInput.Tick _ -> false;
        };
    }

    /** What was collected so far; nothing before there ever was a lead. */
    void keep() {
        waiting.dispose();
        lead.get().ifPresent(one -> inWhoseMeeting = Optional.of(one));
        recording
                .filter(one -> one.length() > 0)
                .ifPresent(one ->
                        inWhoseMeeting.ifPresent(who -> aftermath.keepsFloor(who, one.begun(), ++parts, one.take())));
    }
}
