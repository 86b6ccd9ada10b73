package dev.parley.signaling.floor;

import static dev.parley.api.Samples.discoveryCall;

import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A conversation in milliseconds, with what the floor makes of it. */
final class Scene {
    static final ParticipantId LENA = ParticipantId.ofInvitee(discoveryCall, "lena@lead.test");
    static final ParticipantId ALICE = ParticipantId.ofInvitee(discoveryCall, "alice@demo.test");
    static final ParticipantId GUS = ParticipantId.ofInvitee(discoveryCall, "gus@lead.test");
    static final Instant BEGIN = Instant.parse("2026-12-01T14:00:00Z");

    private final FloorMachine floor;
    private final Recording recording = new Recording(BEGIN);
    private final List<FloorOutput> heard = new ArrayList<>();
    private Instant now = BEGIN;

    Scene() {
        this(FloorSettings.DEFAULTS);
    }

    Scene(FloorSettings settings) {
        floor = new FloorMachine(settings);
    }

    Scene speaks(ParticipantId who, long millis) {
        on(new FloorInput.VoiceOn(now, who));
        passes(millis);
        return on(new FloorInput.VoiceOff(now, who));
    }

    Scene begins(ParticipantId who) {
        return on(new FloorInput.VoiceOn(now, who));
    }

    Scene begins(ParticipantId who, boolean alone, boolean becomesWords) {
        return on(new FloorInput.VoiceOn(now, who, alone, becomesWords));
    }

    Scene stops(ParticipantId who) {
        return on(new FloorInput.VoiceOff(now, who));
    }

    Scene words(ParticipantId who, String text) {
        return on(new FloorInput.Words(now, who, text, true));
    }

    Scene interim(ParticipantId who, String text) {
        return on(new FloorInput.Words(now, who, text, false));
    }

    Scene loses(ParticipantId who) {
        return on(new FloorInput.Silenced(now, who));
    }

    Scene interviewerBegins(int sentence) {
        return on(new FloorInput.SentenceBegins(now, sentence));
    }

    Scene interviewerEnds(int sentence) {
        return on(new FloorInput.SentenceEnds(now, sentence));
    }

    Scene nobodyIsAwaited() {
        return on(new FloorInput.NobodyIsAwaited(now));
    }

    Scene interviewerIsDone() {
        return on(new FloorInput.SpeechEnds(now));
    }

    /** Ticks as somebody does who does not know when it matters. */
    Scene passes(long millis) {
        now = now.plusMillis(millis);
        return on(new FloorInput.Tick(now));
    }

    Scene on(FloorInput input) {
        recording.add(input);
        heard.addAll(floor.on(input));
        return this;
    }

    FloorState state() {
        return floor.state();
    }

    FloorMachine floor() {
        return floor;
    }

    List<FloorOutput> heard() {
        return List.copyOf(heard);
    }

    <T extends FloorOutput> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** How long after the beginning, in milliseconds. */
    static long after(FloorOutput output) {
        return output.at().toEpochMilli() - BEGIN.toEpochMilli();
    }

    String recording() {
        return recording.text();
    }

    static List<FloorOutput> replay(String recording, FloorSettings settings) {
        var floor = new FloorMachine(settings);
        var heard = new ArrayList<FloorOutput>();
        for (var input : Recording.read(recording)) heard.addAll(floor.on(input));
        return heard;
    }
}
