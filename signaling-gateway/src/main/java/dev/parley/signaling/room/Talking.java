package dev.parley.signaling.room;

import dev.parley.api.interview.Silence;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.Source;
import dev.parley.signaling.floor.FloorInput;
import dev.parley.signaling.floor.FloorMachine;
import dev.parley.signaling.floor.FloorOutput;
import dev.parley.signaling.frame.ClientFrame.Said;
import dev.parley.signaling.frame.ClientFrame.Segment;
import dev.parley.signaling.frame.ServerFrame.Speech;
import dev.parley.signaling.room.Audience.CutOff;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Lets people cut in on the interviewer, so that it falls silent in every browser; goes on for them if it was only a noise; and
 * notes what the lead has not heard if it was not. What becomes of what the {@link FloorMachine} decides is here, why is there.
 * Guarded by its room's lock.
 */
final class Talking {
    private final Room room;
    private final RoomSettings settings;
    private final Timers timers;
    private final Aftermath aftermath;
    private final Supplier<Optional<Attendee>> lead;
    private final Consumer<Function<Room, List<Delivery>>> takeIn;
    private final Consumer<Runnable> step;
    private final FloorKeeper keeper;
    private final Audience audience = new Audience();
    /** Whose words are written down: of them words are to be expected. */
    private final Set<ParticipantId> understood = new HashSet<>();

    private FloorMachine floor;
    private Optional<String> meetingType = Optional.empty();
    private Set<ParticipantId> voices = Set.of();
    private Optional<Speech> speaking = Optional.empty();
    private int spoken;
    private Optional<Instant> wakesAt = Optional.empty();
    private Disposable waking = Disposables.disposed();

    /**
     * @param lead who is being interviewed, while their browser is connected to this room
     * @param takeIn tells the room something, within a step
     * @param step does something under the room's lock
     */
    Talking(
            Room room,
            RoomSettings settings,
            Timers timers,
            Aftermath aftermath,
            Supplier<Optional<Attendee>> lead,
            Consumer<Function<Room, List<Delivery>>> takeIn,
            Consumer<Runnable> step) {
        this.room = room;
        this.timers = timers;
        this.aftermath = aftermath;
        this.lead = lead;
        this.takeIn = takeIn;
        this.step = step;
        this.settings = settings;
        this.floor = new FloorMachine(settings.floor(""));
        this.keeper = new FloorKeeper(
                settings.keepsFloorEvery(),
                timers,
                aftermath,
                lead,
                who -> room.proceedings().hasConsented(who),
                step);
    }

    /** Of which type the meeting is; known before anything is said. */
    void learn(String type) {
        if (meetingType.isPresent()) return;
        meetingType = Optional.of(type);
        floor = new FloorMachine(settings.floor(type));
    }

    /** Told after every step: voices begin and end by levels, by muting and by leaving; what the interviewer says by facts and time. */
    void follow() {
        followVoices(room.reception().speaking());
        followSpeech(room.proceedings().speaking());
        wakeInTime();
    }

    private void followVoices(Set<ParticipantId> now) {
        if (now.equals(voices)) return;
        var before = voices;
        voices = Set.copyOf(now);
        for (var who : before) if (!voices.contains(who)) happens(new FloorInput.VoiceOff(timers.now(), who));
        for (var who : voices)
            if (!before.contains(who))
                happens(new FloorInput.VoiceOn(timers.now(), who, room.isHost(who), understood.contains(who)));
    }

    private void followSpeech(Optional<Speech> now) {
        if (!now.equals(speaking)) {
            var before = speaking;
            speaking = now;
            if (now.isPresent()) begins(now.get());
            else if (!floor.isStopped()) before.ifPresent(this::ends);
        }
        // It has turned to something else meanwhile.
        if (floor.isStopped() && room.proceedings().stopped().isEmpty())
            happens(new FloorInput.SpeechEnds(timers.now()));
    }

    private void begins(Speech speech) {
        audience.begins(speech);
        happens(new FloorInput.SentenceBegins(timers.now(), ++spoken));
    }

    private void ends(Speech speech) {
        audience.isOver(speech.segmentId()).ifPresent(this::note);
        happens(new FloorInput.SpeechEnds(timers.now()));
    }

    void heard(Peer peer, Segment words) {
        var who = peer.who().id();
        if (!room.proceedings().hasConsented(who)) return;
        if (words.source() == Source.SPEECH) understood.add(who);
        else if (speaking.isPresent()) return; // Typing cuts nobody off.
        happens(new FloorInput.Words(timers.now(), who, words.text(), words.isFinal()));
    }

    /** Whoever is writing need not be asked whether they are there. */
    void types(Peer peer) {
        happens(new FloorInput.Typing(timers.now(), peer.who().id()));
    }

    /** How far somebody's browser has spoken; what the lead has heard to its end need not be waited for. */
    void told(Peer peer, Said said) {
        if (peer.who().isLead() && said.outcome() == Said.Outcome.FINISHED)
            takeIn.accept(to -> to.speechIsOver(said.segmentId()));
        audience.tells(peer.who(), said).ifPresent(this::note);
    }

    /** Whether the interviewer would talk over somebody now, and not over a noise. */
    boolean isSomebodyHeard() {
        return room.reception().speaking().stream().anyMatch(who -> !floor.isNoise(who));
    }

    /** Before it is too late. */
    void keep() {
        keeper.keep();
    }

    private void happens(FloorInput input) {
        keeper.happens(input);
        floor.on(input).forEach(this::act);
    }

    private void act(FloorOutput output) {
        switch (output) {
            case FloorOutput.StopSpeech _ -> takeIn.accept(Room::hush);
            case FloorOutput.ResumeSpeech _ -> goOn();
            case FloorOutput.DropUnheard _ -> audience.isOver().forEach(this::note);
            // When it is the interviewer's turn is decided by who finds its words.
            case FloorOutput.EndOfTurn _, FloorOutput.TurnGoesOn _, FloorOutput.VoiceIsNoise _ -> {}
            case FloorOutput.StaysSilent(var _, var rung) -> staysSilent(rung);
        }
    }

    private void goOn() {
        room.proceedings()
                .stopped()
                .flatMap(speech -> audience.restOf(speech.segmentId()))
                .ifPresent(from -> takeIn.accept(to -> to.goesOn(from)));
        if (room.proceedings().speaking().isEmpty()) happens(new FloorInput.SpeechEnds(timers.now()));
    }

    /** Where the lead sits, and it is their turn. */
    private void staysSilent(Silence rung) {
        var who = lead.get().filter(_ -> room.awaitsLead());
        if (who.isEmpty()) happens(new FloorInput.NobodyIsAwaited(timers.now()));
        who.ifPresent(one -> audience.newest().ifPresent(words -> aftermath.staysSilent(one, words, rung)));
    }

    private void note(CutOff cut) {
        aftermath.cutOff(cut.lead(), cut.words(), cut.characters());
    }

    private void wakeInTime() {
        var next = floor.wakesAt();
        if (next.equals(wakesAt)) return;
        wakesAt = next;
        waking.dispose();
        next.ifPresent(at -> waking = timers.after(fromNowTo(at), () -> step.accept(this::wake)));
    }

    private Duration fromNowTo(Instant then) {
        var wait = Duration.between(timers.now(), then);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private void wake() {
        wakesAt = Optional.empty();
        happens(new FloorInput.Tick(timers.now()));
    }
}
