package dev.parley.api;

import java.time.Instant;

/** An intention that one aggregate accepts or refuses. Who and when are always part of it, so deciding needs no clock. */
public interface Command {
    Actor by();

    Instant at();
}
