package dev.parley.saga.notification;

import dev.parley.api.series.SeriesId;
import java.time.Instant;

/** What tells apart letters of one kind: words that stand in the log, so they never change. */
final class Occasion {
    private static final String DECLINED = "proposal-";
    private static final String SERIES = SeriesId.occasion(0).replaceAll("\\d+$", "");

    private Occasion() {}

    static String declinedProposal(Instant stamp) {
        return DECLINED + stamp;
    }

    static boolean isDeclinedProposal(String occasion) {
        return occasion.startsWith(DECLINED);
    }

    static boolean isOfSeries(String occasion) {
        return occasion.startsWith(SERIES);
    }
}
