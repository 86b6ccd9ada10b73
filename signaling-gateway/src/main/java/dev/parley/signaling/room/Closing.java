package dev.parley.signaling.room;

import dev.parley.signaling.frame.CloseReason;

/** How the server ends a connection. @param text the error code, which clients show nobody but may act on */
public record Closing(CloseReason why, String text) {}
