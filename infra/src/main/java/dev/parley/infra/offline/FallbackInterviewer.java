package dev.parley.infra.offline;

import dev.parley.api.WireFormat;
import dev.parley.api.interview.ModelTrouble;
import dev.parley.saga.interview.Interviewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    private final AtomicReference<Optional<Rest>> resting = new AtomicReference<>(Optional.empty());

    /** A failure that knows what it is, and how long to leave its origin alone. */
    public interface Trouble {
        ModelTrouble trouble();

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

    @Override
    public Optional<Rest> rest(Instant now) {
        return resting.get().filter(known -> now.isBefore(known.until()));
    }

    private <T> T either(Supplier<T> preferred, Supplier<T> otherwise) {
        if (rest(clock.instant()).isPresent()) return otherwise.get();
        try {
            return preferred.get();
        } catch (RuntimeException failure) {
            var why = failure instanceof Trouble known ? known.trouble() : ModelTrouble.UNAVAILABLE;
            if (concernsThisCallOnly(why)) return otherwise.get();
            var pause = pauseAfter(failure);
            resting.set(Optional.of(new Rest(name(), why, clock.instant().plus(pause))));
            log.warn(
                    "{} failed ({}: {}); {} takes over for {} s",
                    first.name(),
                    WireFormat.name(why),
                    failure.getMessage(),
                    second.name(),
                    pause.toSeconds());
            return otherwise.get();
        }
    }

    /** A withheld or unusable answer says nothing about the next question. */
    private static boolean concernsThisCallOnly(ModelTrouble why) {
        return switch (why) {
            case BLOCKED, UNUSABLE -> true;
            case RATE_LIMITED, QUOTA_EXHAUSTED, BUDGET_EXHAUSTED, UNAVAILABLE, MISCONFIGURED -> false;
        };
    }

    private Duration pauseAfter(RuntimeException failure) {
        return failure instanceof Trouble tired && tired.retryAfter().compareTo(rest) > 0 ? tired.retryAfter() : rest;
    }
}
