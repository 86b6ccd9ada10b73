package dev.parley.query.calendarfeed;

import dev.parley.api.feed.FeedEvent;
import dev.parley.api.feed.FeedEvent.FeedClosed;
import dev.parley.api.feed.FeedEvent.FeedOpened;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row per user who ever had a feed; one that is closed has no address. */
@Component
@ProcessingGroup("view.calendarfeed")
final class FeedProjection {
    private final Rows feeds;
    private final Hints hints;

    FeedProjection(JdbcClient jdbc, Hints hints) {
        this.feeds = new Rows(jdbc, "calendar_feed", "feed_id");
        this.hints = hints;
    }

    @EventHandler
    void on(FeedEvent event, Stamp stamp) {
        var row = feeds.row(event.feedId().value(), stamp);
        switch (event) {
            case FeedOpened opened -> opened(opened, row.set("opened_at", stamp.at()));
            case FeedClosed _ -> row.clear("secret_hash").clear("opened_at").change();
        }
        stamp.tell(hints, "calendarfeed", event.feedId());
    }

    @ResetHandler
    void forget() {
        feeds.forgetAll();
    }

    /** For the first time, or once more under another address. */
    private static void opened(FeedOpened opened, Row row) {
        row.set("user_id", opened.userId()).set("secret_hash", opened.secretHash());
        row.add();
        row.change();
    }
}
