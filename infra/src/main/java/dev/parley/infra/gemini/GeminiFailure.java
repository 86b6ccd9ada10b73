package dev.parley.infra.gemini;

import dev.parley.infra.offline.FallbackInterviewer.WantsRest;
import java.time.Duration;

/** Gemini did not give an answer that can be used. */
public final class GeminiFailure extends RuntimeException implements WantsRest {
    private final Cause cause;
    private final Duration retryAfter;

    /** What went wrong, in terms of what to do about it. */
    enum Cause {
        /** 429 for this minute: the server says how long to wait. */
        RATE_LIMITED,
        /** 429 for this day, or the spend cap: waiting a little does not help. */
        QUOTA_EXHAUSTED,
        /** 5xx, timeout, connection lost. */
        UNAVAILABLE,
        /** Prompt or answer blocked by a filter. */
        BLOCKED,
        /** No JSON, cut JSON, or not the shape that was asked for. */
        UNUSABLE,
        /** 400, 401, 403, 404: our key, model id or request is wrong. */
        MISCONFIGURED
    }

    GeminiFailure(Cause cause, String message, Duration retryAfter) {
        super(message);
        this.cause = cause;
        this.retryAfter = retryAfter;
    }

    Cause kind() {
        return cause;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }

    boolean worthAnotherAttempt() {
        return switch (cause) {
            case UNAVAILABLE, UNUSABLE -> true;
            case RATE_LIMITED, QUOTA_EXHAUSTED, BLOCKED, MISCONFIGURED -> false;
        };
    }
}
