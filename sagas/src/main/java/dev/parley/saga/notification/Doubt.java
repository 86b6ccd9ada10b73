package dev.parley.saga.notification;

import dev.parley.api.notification.NotificationKind;

/**
 * What to do when the server's answer to a letter was lost. A calendar that hears the same thing twice, under the same
 * Message-ID and UID, is none the worse; one that never hears of a meeting is. A person who is reminded twice is annoyed.
 */
final class Doubt {
    private Doubt() {}

    /** How often a letter of this kind is repeated without knowing whether it had arrived. */
    static int repetitions(NotificationKind kind) {
        return switch (kind) {
            case INVITATION, UPDATE, CANCELLATION, PROPOSAL_DECLINED -> 1;
            case REMINDER, NO_SHOW, SUMMARY -> 0;
        };
    }
}
