package dev.parley.driver.conformance;

import java.time.Duration;
import java.util.Optional;

/**
 * How one script went.
 *
 * @param failure what went otherwise, with the step
 */
public record Verdict(Script script, Optional<String> failure, Duration took) {
    public boolean passed() {
        return failure.isEmpty();
    }
}
