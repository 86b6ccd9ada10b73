package dev.parley.saga.notification;

import java.time.Instant;

/** What tells apart letters of one kind: words that stand in the log, so they never change. */
final class Occasion {
    private static final String DECLINED = "proposal-";

    private Occasion() {}

    static String declinedProposal(Instant stamp) {
        return DECLINED + stamp;
    }

    static boolean isDeclinedProposal(String occasion) {
        return occasion.startsWith(DECLINED);
    }
}
