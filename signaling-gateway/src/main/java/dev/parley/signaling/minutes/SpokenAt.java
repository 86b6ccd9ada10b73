package dev.parley.signaling.minutes;

import dev.parley.signaling.frame.ClientFrame;
import java.time.Duration;
import java.time.Instant;

/** When words were said, on the server's clock: what the client says is believed as far as the two clocks agree. */
record SpokenAt(Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    static SpokenAt of(ClientFrame.Segment words, Instant now, Duration skew) {
        var end = words.endedAt()
                .filter(claimed -> !claimed.isAfter(now.plus(skew)) && !claimed.isBefore(now.minus(skew)))
                .orElse(now);
        return new SpokenAt(end.minus(lengthOf(words)), end);
    }

    private static Duration lengthOf(ClientFrame.Segment words) {
        if (words.startedAt().isEmpty() || words.endedAt().isEmpty()) return Duration.ZERO;
        var length = Duration.between(words.startedAt().get(), words.endedAt().get());
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }
}
