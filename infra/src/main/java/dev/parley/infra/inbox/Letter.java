package dev.parley.infra.inbox;

import java.time.Instant;

/**
 * A letter in the mailbox.
 *
 * @param uid its number there, which rises and is never used again while {@code validity} is the same (RFC 9051 §2.3.1.1)
 * @param raw as it came; empty if it is too large to be read
 */
record Letter(long validity, long uid, Instant receivedAt, byte[] raw) {
    boolean isTooLarge() {
        return raw.length == 0;
    }

    /** The sender has no say in it, unlike in the Message-ID. */
    String externalId() {
        return validity + ":" + uid;
    }
}
