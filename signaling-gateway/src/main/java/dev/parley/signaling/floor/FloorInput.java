package dev.parley.signaling.floor;

import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;

/** What the floor hears of, at the server's time: it decides ties, and what is decided can be decided again. */
public sealed interface FloorInput {
    Instant at();

    /**
     * @param alone whether it may stop the interviewer though nobody else speaks and it says nothing
     * @param becomesWords whether words are to be expected of it: only then it is a noise without them
     */
    record VoiceOn(Instant at, ParticipantId who, boolean alone, boolean becomesWords) implements FloorInput {
        public VoiceOn(Instant at, ParticipantId who) {
            this(at, who, true, true);
        }
    }

    record VoiceOff(Instant at, ParticipantId who) implements FloorInput {}

    /** @param text of one segment: interim words are replaced by the next ones, final words stay */
    record Words(Instant at, ParticipantId who, String text, boolean isFinal) implements FloorInput {}

    /** Somebody is writing; their words come at once, when they are done. */
    record Typing(Instant at, ParticipantId who) implements FloorInput {}

    /** Muted, the track has ended, or the network is lost: nothing more comes from there. */
    record Silenced(Instant at, ParticipantId who) implements FloorInput {}

    /** @param sentence counts up through all that the interviewer says */
    record SentenceBegins(Instant at, int sentence) implements FloorInput {}

    record SentenceEnds(Instant at, int sentence) implements FloorInput {}

    /** It has said all it had to say. */
    record SpeechEnds(Instant at) implements FloorInput {}

    record SpeechCancelled(Instant at) implements FloorInput {}

    /** Silence is as it should be until the interviewer speaks again: it leads no more, or nobody is there to answer. */
    record NobodyIsAwaited(Instant at) implements FloorInput {}

    record Tick(Instant at) implements FloorInput {}
}
