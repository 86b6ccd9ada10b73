package dev.parley.signaling.floor;

import java.time.Instant;
import java.util.Optional;

/** How far the interviewer is in what it says, sentence by sentence. */
final class Mouth {
    private boolean speaking;
    private int sentence;
    private Optional<Instant> stoppedAt = Optional.empty();
    private Instant resumedAt = Instant.MIN;

    void begins(int next) {
        speaking = true;
        stoppedAt = Optional.empty();
        sentence = next;
    }

    /** Whoever cuts in between two sentences has heard the one before. */
    void ends(int ended) {
        if (speaking && ended == sentence) sentence = ended + 1;
    }

    void isDone() {
        speaking = false;
        stoppedAt = Optional.empty();
    }

    /** @return the sentence that was cut */
    int stop(Instant at) {
        speaking = false;
        stoppedAt = Optional.of(at);
        return sentence;
    }

    /** @return the first sentence that nobody has heard to its end */
    int drop() {
        stoppedAt = Optional.empty();
        return sentence;
    }

    /** @return the sentence to begin with */
    int resume(Instant at) {
        speaking = true;
        stoppedAt = Optional.empty();
        resumedAt = at;
        return sentence;
    }

    boolean isSpeaking() {
        return speaking;
    }

    boolean isStopped() {
        return stoppedAt.isPresent();
    }

    boolean isDoneSpeaking() {
        return !speaking && stoppedAt.isEmpty();
    }

    Optional<Instant> stoppedAt() {
        return stoppedAt;
    }

    /** What stopped it once does not at once stop it again. */
    Instant notBefore(Instant since) {
        return since.isAfter(resumedAt) ? since : resumedAt;
    }
}
