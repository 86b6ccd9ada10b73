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

    /** A gap is often told late, after the connection was lost: an earlier end is believed. */
    static SpokenAt of(ClientFrame.Gap gap, Instant now, Duration skew) {
        var length = Duration.between(gap.startedAt(), gap.endedAt());
        var believed = !gap.endedAt().isAfter(now.plus(skew)) && !gap.endedAt().isBefore(now.minus(LONGEST));
        var end = believed ? gap.endedAt() : now;
        return new SpokenAt(end.minus(length.compareTo(LONGEST) > 0 ? LONGEST : length), end);
    }

    private static Duration lengthOf(ClientFrame.Segment words) {
        if (words.startedAt().isEmpty() || words.endedAt().isEmpty()) return Duration.ZERO;
        var length = Duration.between(words.startedAt().get(), words.endedAt().get());
        return length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }
}
