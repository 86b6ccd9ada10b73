package dev.parley.signaling.room;

import dev.parley.api.transcript.Source;
import dev.parley.signaling.floor.FloorInput;
import dev.parley.signaling.floor.FloorMachine;
import dev.parley.signaling.floor.FloorOutput.StopSpeech;
import dev.parley.signaling.floor.FloorSettings;
import dev.parley.signaling.frame.ClientFrame.Segment;
import dev.parley.signaling.frame.ServerFrame.Speech;
import java.util.List;
import java.util.Optional;

/** Lets people cut in on the interviewer by their words, so that it falls silent in every browser. Guarded by its room's lock. */
final class Talking {
    private final Room room;
    private final Timers timers;
    private final FloorMachine floor;
    private Optional<Speech> speaking = Optional.empty();
    private int spoken;

    Talking(Room room, RoomSettings settings, Timers timers) {
        this.room = room;
        this.timers = timers;
        this.floor = new FloorMachine(FloorSettings.DEFAULTS.cuttingInWith(settings.wordsCutIn()));
    }

    /** Told after every step: what the interviewer says begins and ends by facts, by time and by hosts. */
    void follow() {
        var now = room.proceedings().speaking();
        if (now.equals(speaking)) return;
        speaking = now;
        if (now.isPresent()) floor.on(new FloorInput.SentenceBegins(timers.now(), ++spoken));
        else floor.on(new FloorInput.SpeechEnds(timers.now()));
    }

    List<Delivery> heard(Peer peer, Segment words) {
        if (words.source() != Source.SPEECH) return List.of(); // Typing cuts nobody off.
        if (!room.proceedings().hasConsented(peer.who().id())) return List.of();
        var input = new FloorInput.Words(timers.now(), peer.who().id(), words.text(), words.isFinal());
        var isStopped = floor.on(input).stream().anyMatch(StopSpeech.class::isInstance);
        return isStopped ? room.hush() : List.of();
    }
}
