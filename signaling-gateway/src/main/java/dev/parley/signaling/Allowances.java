package dev.parley.signaling;

import static dev.parley.signaling.frame.SignalRefusal.TOO_MANY_CANDIDATES;
import static dev.parley.signaling.frame.SignalRefusal.TOO_MANY_FRAMES;
import static dev.parley.signaling.frame.SignalRefusal.TOO_MANY_OFFERS;

import dev.parley.api.Refusal;
import dev.parley.signaling.frame.ClientFrame;
import java.time.Clock;
import java.util.Optional;

/** How much one client may say: all in all, and of what is dear to the others. */
final class Allowances {
    private final Allowance frames;
    private final Allowance offers;
    private final Allowance candidates;

    Allowances(ConnectionSettings limits, Clock clock) {
        this.frames = new Allowance(limits.framesPerSecond(), limits.framesAtOnce(), clock);
        this.offers = new Allowance(limits.offersPerSecond(), limits.offersAtOnce(), clock);
        this.candidates = new Allowance(limits.candidatesPerSecond(), limits.candidatesAtOnce(), clock);
    }

    /** Asked before a frame is even read. */
    Optional<Refusal> exceeded() {
        return frames.isExceeded() ? Optional.of(TOO_MANY_FRAMES) : Optional.empty();
    }

    Optional<Refusal> exceededBy(ClientFrame frame) {
        if (!(frame instanceof ClientFrame.Negotiation step)) return Optional.empty();
        return switch (step) {
            case ClientFrame.Offer _, ClientFrame.Answer _ ->
                offers.isExceeded() ? Optional.of(TOO_MANY_OFFERS) : Optional.empty();
            case ClientFrame.Candidate _ ->
                candidates.isExceeded() ? Optional.of(TOO_MANY_CANDIDATES) : Optional.empty();
        };
    }
}
