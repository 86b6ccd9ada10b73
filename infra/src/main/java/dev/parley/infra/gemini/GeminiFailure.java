package dev.parley.infra.gemini;

import dev.parley.api.interview.ModelTrouble;
import dev.parley.infra.offline.FallbackInterviewer.Trouble;
import java.time.Duration;

/** Gemini did not give an answer that can be used. */
public final class GeminiFailure extends RuntimeException implements Trouble {
    private final ModelTrouble trouble;
    private final Duration retryAfter;

    GeminiFailure(ModelTrouble trouble, String message, Duration retryAfter) {
        super(message);
        this.trouble = trouble;
        this.retryAfter = retryAfter;
    }

    @Override
    public ModelTrouble trouble() {
        return trouble;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }

    boolean worthAnotherAttempt() {
        return switch (trouble) {
            case UNAVAILABLE, UNUSABLE -> true;
            case RATE_LIMITED, QUOTA_EXHAUSTED, BUDGET_EXHAUSTED, BLOCKED, MISCONFIGURED -> false;
        };
    }
}
