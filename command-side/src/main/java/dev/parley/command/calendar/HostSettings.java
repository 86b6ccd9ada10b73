package dev.parley.command.calendar;

import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;
import static dev.parley.api.calendar.CalendarRefusal.BOOKING_PAGE_UNKNOWN;
import static dev.parley.api.calendar.CalendarRefusal.MEETING_TYPE_UNKNOWN;
import static dev.parley.api.calendar.CalendarRefusal.NOT_YOUR_CALENDAR;
import static dev.parley.api.calendar.CalendarRefusal.NO_FEED;
import static dev.parley.api.calendar.CalendarRefusal.TOO_MANY_TYPES;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.Availability;
import dev.parley.api.calendar.BookingRules;
import dev.parley.api.calendar.CalendarCommand.Offered;
import dev.parley.api.calendar.CalendarCommand.SettingsCommand;
import dev.parley.api.calendar.CalendarEvent.*;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.MeetingType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a host has decided about being booked. A host who has decided nothing can be met at any time. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class HostSettings {
    private static final int MOST_TYPES = 50;

    private int edition;
    private @Nullable Owner owner;
    private @Nullable Availability availability;
    private @Nullable String busyFeed;
    private Map<String, MeetingType> types = new LinkedHashMap<>();

    int edition() {
        return edition;
    }

    Optional<BookingRules> rules(TimeSlot slot, Instant now) {
        return Optional.ofNullable(availability).map(defined -> BookingRules.within(slot, defined, now));
    }

    Optional<MeetingType> type(String slug) {
        return Optional.ofNullable(types.get(slug));
    }

    /** Whoever asks learns nothing about what else there is. */
    Offered offerOf(String slug) {
        var type = types.get(slug);
        if (type == null || !type.open() || owner == null || availability == null)
            throw new Refused(BOOKING_PAGE_UNKNOWN);
        return new Offered(owner, type);
    }

    boolean isDefinedAs(Availability other) {
        return other.equals(availability);
    }

    boolean has(MeetingType type) {
        return type.equals(types.get(type.slug()));
    }

    /** Only its host changes a calendar, and only what they have seen. */
    void mayBeChangedBy(SettingsCommand command) {
        if (!command.calendarId()
                .equals(CalendarId.of(command.by().tenant(), command.by().id()))) throw new Refused(NOT_YOUR_CALENDAR);
        mustBe(command.seen());
    }

    private void mustBe(OptionalLong seen) {
        if (seen.isPresent() && seen.getAsLong() != edition) throw new Refused(VERSION_IS_STALE);
    }

    void mayAdd(MeetingType type) {
        if (!types.containsKey(type.slug()) && types.size() >= MOST_TYPES) throw new Refused(TOO_MANY_TYPES);
    }

    void mustOffer(String slug) {
        if (!types.containsKey(slug)) throw new Refused(MEETING_TYPE_UNKNOWN);
    }

    void mustHaveFeed() {
        if (busyFeed == null) throw new Refused(NO_FEED);
    }

    static Owner owner(Actor by) {
        return new Owner(by.tenant(), by.id(), by.name());
    }

    void on(SettingsEvent event) {
        edition = event.edition();
        owner = event.owner();
        switch (event) {
            case AvailabilityDefined defined -> availability = defined.availability();
            case MeetingTypeDefined defined -> types.put(defined.meetingType().slug(), defined.meetingType());
            case MeetingTypeRetired retired -> types.remove(retired.slug());
            case BusyFeedConnected connected -> busyFeed = connected.server();
            case BusyFeedDisconnected _ -> busyFeed = null;
        }
    }
}
