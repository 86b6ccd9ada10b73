package dev.parley.infra.offline;

import dev.parley.saga.interview.Interviewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the conversation going: when the first interviewer fails, the second takes over, and for a while at once. */
public final class FallbackInterviewer implements Interviewer {
    private static final Logger log = LoggerFactory.getLogger(FallbackInterviewer.class);

    private final Interviewer first;
    private final Interviewer second;
    private final Clock clock;
    private final Duration rest;
    private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.EPOCH);

    /** A failure that knows how long to leave its origin alone. */
    public interface WantsRest {
        Duration retryAfter();
    }

    /** @param rest how long the first one is left alone after a failure, at least */
    public FallbackInterviewer(Interviewer first, Interviewer second, Clock clock, Duration rest) {
        this.first = first;
        this.second = second;
        this.clock = clock;
        this.rest = rest;
    }

    @Override
    public Understanding understand(Hearing hearing) {
        return either(() -> first.understand(hearing), () -> second.understand(hearing));
    }

    @Override
    public String phrase(Cue cue) {
        return either(() -> first.phrase(cue), () -> second.phrase(cue));
    }

    @Override
    public String name() {
        return first.name();
    }

    private <T> T either(Supplier<T> preferred, Supplier<T> otherwise) {
        if (clock.instant().isBefore(restsUntil.get())) return otherwise.get();
        try {
            return preferred.get();
        } catch (RuntimeException failure) {
            var pause = pauseAfter(failure);
            restsUntil.set(clock.instant().plus(pause));
            log.warn(
                    "{} failed ({}); {} takes over for {} s",
                    first.name(),
                    failure.getMessage(),
                    second.name(),
                    pause.toSeconds());
            return otherwise.get();
        }
    }

    private Duration pauseAfter(RuntimeException failure) {
        return failure instanceof WantsRest tired && tired.retryAfter().compareTo(rest) > 0 ? tired.retryAfter() : rest;
    }
}
