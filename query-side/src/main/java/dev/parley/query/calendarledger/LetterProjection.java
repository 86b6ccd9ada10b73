package dev.parley.query.calendarledger;

import dev.parley.api.notification.NotificationEvent;
import dev.parley.api.notification.NotificationEvent.*;
import dev.parley.api.notification.NotificationQuery.State;
import dev.parley.api.series.SeriesId;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import java.util.Locale;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row per letter that speaks to calendars. The others are never added, so nothing that becomes of them changes a row. */
@Component
@ProcessingGroup("view.calendarledger")
final class LetterProjection {
    private final Rows letters;
    private final Hints hints;

    LetterProjection(JdbcClient jdbc, Hints hints) {
        this.letters = new Rows(jdbc, "calendar_letter", "notification_id");
        this.hints = hints;
    }

    @EventHandler
    void on(NotificationEvent event, Stamp stamp) {
        var letter = letters.row(event.notificationId().value(), stamp).set("at", stamp.at());
        switch (event) {
            case NotificationRequested e -> {
                if (e.kind().speaksToCalendars())
                    requested(e, letter, stamp.position()).add();
            }
            case NotificationDeferred e -> became(State.DEFERRED, e.reason(), letter);
            case NotificationSent e ->
                became(
                        State.SENT,
                        e.reply(),
                        letter.set("message_id", e.messageId()).set("document", e.document()));
            case NotificationFailed e -> became(State.FAILED, e.reason(), letter);
            case NotificationUnconfirmed e -> became(State.UNKNOWN, e.reason(), letter);
            case NotificationBounced e -> became(State.BOUNCED, (e.status() + " " + e.reason()).strip(), letter);
            case NotificationComplained e -> became(State.COMPLAINED, e.reason(), letter);
            case NotificationReopened _ -> became(State.REQUESTED, "", letter);
        }
        stamp.tell(hints, "meeting", event.meetingId());
    }

    @ResetHandler
    void forget() {
        letters.forgetAll();
    }

    private static Row requested(NotificationRequested e, Row letter, long position) {
        return letter.set("meeting_id", e.meetingId().value())
                .set("kind", e.kind())
                .set("recipient_email", e.recipient().email().toLowerCase(Locale.ROOT))
                .set("of_series", e.occasion().startsWith(SeriesId.OCCASION))
                .set("sequence", e.sequence())
                .set("asked_at", position)
                .set("state", State.REQUESTED);
    }

    private static void became(State state, String answer, Row letter) {
        letter.set("state", state).set("answer", answer).change();
    }
}
