package dev.parley.query.deliveries;

import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.notification.NotificationEvent.*;
import dev.parley.api.notification.NotificationQuery.State;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row per intended message. */
@Component
@ProcessingGroup("view.deliveries")
final class DeliveryProjection {
    private final Rows deliveries;
    private final Hints hints;

    DeliveryProjection(JdbcClient jdbc, Hints hints) {
        this.deliveries = new Rows(jdbc, "delivery", "notification_id");
        this.hints = hints;
    }

    @EventHandler
    void on(NotificationEvent event, Stamp stamp) {
        var row = deliveries.row(event.notificationId().value(), stamp).set("at", stamp.at());
        switch (event) {
            case NotificationRequested e -> requested(e, row).add();
            case NotificationDeferred e ->
                row.set("state", State.DEFERRED)
                        .set("attempts", e.attempt())
                        .set("detail", e.reason())
                        .change();
            case NotificationSent e ->
                oneMore(worded(e, row.set("state", State.SENT))
                        .set("message_id", e.messageId())
                        .set("detail", e.reply()));
            case NotificationFailed e -> oneMore(row.set("state", State.FAILED).set("detail", e.reason()));
            case NotificationUnconfirmed e ->
                row.set("state", State.UNKNOWN)
                        .set("attempts", e.attempt())
                        .set("detail", e.reason())
                        .change();
            case NotificationBounced e ->
                row.set("state", State.BOUNCED)
                        .set("detail", (e.status() + " " + e.reason()).strip())
                        .change();
            case NotificationComplained e ->
                row.set("state", State.COMPLAINED).set("detail", e.reason()).change();
            case NotificationReopened _ ->
                row.set("state", State.REQUESTED)
                        .set("attempts", 0)
                        .set("detail", "")
                        .change();
        }
        stamp.tell(hints, "delivery", event.notificationId());
    }

    @ResetHandler
    void forget() {
        deliveries.forgetAll();
    }

    private static Row requested(NotificationRequested e, Row row) {
        return row.set("meeting_id", e.meetingId().value())
                .set("kind", e.kind())
                .set("recipient_name", e.recipient().name())
                .set("recipient_email", e.recipient().email())
                .set("occasion", e.occasion())
                .set("sequence", e.sequence())
                .set("state", State.REQUESTED);
    }

    private static Row worded(NotificationSent e, Row row) {
        e.wordedBy()
                .ifPresent(
                        wording -> row.set("language", wording.language()).set("template_version", wording.version()));
        return row;
    }

    /** The last attempt is not announced as deferred, so it counts itself. */
    private static void oneMore(Row row) {
        row.take("attempts")
                .map(Integer::valueOf)
                .ifPresent(so -> row.set("attempts", so + 1).change());
    }
}
