package dev.parley.infra.eventlog;

import java.util.OptionalLong;

/** Hands the position of what a command stored from the log to whoever answers the command, in the same thread. */
public final class LastAppend {
    private static final ThreadLocal<Long> POSITION = new ThreadLocal<>();

    private LastAppend() {}

    static void at(long position) {
        POSITION.set(position);
    }

    /** The position of the last event that this thread stored since it was last asked; empty if it stored nothing. */
    public static OptionalLong take() {
        var position = POSITION.get();
        POSITION.remove();
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
