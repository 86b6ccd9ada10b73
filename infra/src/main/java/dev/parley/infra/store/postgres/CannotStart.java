package dev.parley.infra.store.postgres;

import org.jspecify.annotations.Nullable;

/** Parley cannot start, for a reason that its operator can act upon: one sentence says what, one says what to do. */
public final class CannotStart extends RuntimeException {
    private final String remedy;

    public CannotStart(String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
