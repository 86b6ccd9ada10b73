package dev.parley.query.availability;

import dev.parley.api.Ids;
import dev.parley.api.calendar.CalendarEvent.*;
import dev.parley.query.Documents;
import dev.parley.query.Hints;
import dev.parley.query.Rows;
import dev.parley.query.Rows.Row;
import dev.parley.query.Stamp;
import java.util.UUID;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row per host with what the host decided, and one per kind of meeting that the host ever offered. */
@Component
@ProcessingGroup("view.availability")
final class SettingsProjection {
    private final Rows hosts;
    private final Rows types;
    private final Hints hints;

    SettingsProjection(JdbcClient jdbc, Hints hints) {
        this.hosts = new Rows(jdbc, "host_settings", "calendar_id");
        this.types = new Rows(jdbc, "meeting_type", "type_id");
        this.hints = hints;
    }

    @EventHandler
    void on(SettingsEvent event, Stamp stamp) {
        host(event, stamp).add();
        host(event, stamp).change();
        switch (event) {
            case MeetingTypeDefined e -> define(e, stamp);
            case MeetingTypeRetired e ->
                types.row(typeId(e, e.slug()), stamp).set("offered", false).change();
            // Where the other calendar is, and what it says, is no fact of ours: see OtherCalendars.
            case AvailabilityDefined _, BusyFeedConnected _, BusyFeedDisconnected _ -> {}
        }
        stamp.tell(hints, "calendar", event.calendarId());
    }

    @ResetHandler
    void forget() {
        hosts.forgetAll();
        types.forgetAll();
    }

    private Row host(SettingsEvent event, Stamp stamp) {
        var row = hosts.row(event.calendarId().value(), stamp)
                .set("host_id", event.owner().id())
                .set("host_name", event.owner().name())
                .set("edition", event.edition());
        return event instanceof AvailabilityDefined e ? row.set("availability", Documents.of(e.availability())) : row;
    }

    private void define(MeetingTypeDefined event, Stamp stamp) {
        type(event, stamp).add();
        type(event, stamp).change();
    }

    private Row type(MeetingTypeDefined event, Stamp stamp) {
        var type = event.meetingType();
        return types.row(typeId(event, type.slug()), stamp)
                .set("calendar_id", event.calendarId().value())
                .set("slug", type.slug())
                .set("offered", true)
                .set("definition", Documents.of(type));
    }

    private static UUID typeId(SettingsEvent event, String slug) {
        return Ids.named("meeting-type", event.calendarId(), slug);
    }
}
