package dev.parley.query.analysis;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.ParticipantId;
import java.time.Duration;
import java.time.Instant;

/**
 * Words that somebody said in one go.
 *
 * @param measured whether somebody noticed their end
 */
record Stretch(
        ParticipantId speaker, String name, Invitee.Role role, int words, Instant from, Instant to, boolean measured) {
    private static final Duration WORD = Duration.ofMillis(400);

    static Stretch of(ParticipantId speaker, String name, Invitee.Role role, String text, Instant from, Instant to) {
        var words = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        var measured = to.isAfter(from);
        return new Stretch(
                speaker, name, role, words, from, measured ? to : from.plus(WORD.multipliedBy(words)), measured);
    }

    /** A guess must not reach into what others said after it. */
    Stretch before(Stretch next) {
        if (measured || next.isBy(speaker) || !to.isAfter(next.from)) return this;
        return new Stretch(speaker, name, role, words, from, next.from, false);
    }

    boolean isBy(ParticipantId someone) {
        return speaker.equals(someone);
    }
}
