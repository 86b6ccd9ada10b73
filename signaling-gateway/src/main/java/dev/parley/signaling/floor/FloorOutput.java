package dev.parley.signaling.floor;

import dev.parley.api.interview.Silence;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;

/** What the floor decides. */
public sealed interface FloorOutput {
    Instant at();

    /** They have said what they had to say. */
    record EndOfTurn(Instant at, ParticipantId who, String text) implements FloorOutput {}

    /** They went on after all: a reply to what they said before must not be given. */
    record TurnGoesOn(Instant at, ParticipantId who) implements FloorOutput {}

    record StopSpeech(Instant at, int sentence) implements FloorOutput {}

    /** The interruption was none: say this sentence again, and what follows. */
    record ResumeSpeech(Instant at, int sentence) implements FloorOutput {}

    /** The interruption was one: nobody has heard this sentence, nor what follows, so it was not said. */
    record DropUnheard(Instant at, int sentence) implements FloorOutput {}

    /** A voice without words is a noise: it keeps nobody waiting any more. */
    record VoiceIsNoise(Instant at, ParticipantId who) implements FloorOutput {}

    record StaysSilent(Instant at, Silence rung) implements FloorOutput {}
}
