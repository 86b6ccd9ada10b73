package dev.parley.infra.store.rebuild;

/** A rebuild that was not begun, or was given up, in words for an operator. The live view was not touched. */
public final class CannotRebuild extends RuntimeException {
    CannotRebuild(String why) {
        super(why);
    }

    CannotRebuild(String why, Throwable cause) {
        super(why, cause);
    }
}
