package dev.parley.signaling.room;

import dev.parley.signaling.frame.Letter;

/** A letter with its place in the session. */
public record Numbered(long seq, Letter letter) implements Outgoing {}
