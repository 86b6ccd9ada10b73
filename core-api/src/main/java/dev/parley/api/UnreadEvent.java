package dev.parley.api;

import org.jspecify.annotations.Nullable;

/**
 * Stands for a fact of the log that this version cannot read, so that nobody passes it over: whoever keeps a view or reacts
 * sets it aside, with all that follows for the same thing, until a version comes that can.
 *
 * @param type as it is stored, a stable name or whatever stands there
 * @param payload as it is stored
 * @param concerns the meeting, lead or question set, as far as can be told
 * @param details for the log of a server; may quote the fact
 */
public record UnreadEvent(
        String type, @Nullable String revision, byte[] payload, String concerns, Reason reason, String details) {

    public enum Reason {
        /** No event of this version has this name. */
        UNKNOWN_TYPE,
        /** The event is known, but in no such shape; it may mean anything. */
        UNKNOWN_REVISION,
        /** The content does not fit the shape that it claims. */
        PAYLOAD,
        /** Who, when and why cannot be read. */
        METADATA
    }
}
