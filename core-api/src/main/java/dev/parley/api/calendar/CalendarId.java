package dev.parley.api.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import java.time.Instant;
import java.util.UUID;

/** Names the calendar of one host. */
public record CalendarId(@JsonValue UUID value) {
    @JsonCreator
    public static CalendarId of(String text) {
        return new CalendarId(UUID.fromString(text));
    }

    public static CalendarId next(Instant now) {
        return new CalendarId(Ids.next(now));
    }

    /** Each host has one calendar. */
    public static CalendarId of(TenantId tenant, String hostId) {
        return new CalendarId(Ids.named("calendar", tenant, hostId));
    }

    /** As public addresses name a host: by the calendar, since a host's id may be an e-mail address, or by that id. */
    public static CalendarId addressed(TenantId tenant, String host) {
        try {
            return of(host);
        } catch (IllegalArgumentException e) {
            return of(tenant, host);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
