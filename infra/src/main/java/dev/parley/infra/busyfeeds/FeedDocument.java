package dev.parley.infra.busyfeeds;

import static dev.parley.infra.busyfeeds.UnreadableFeed.Why.NOT_A_CALENDAR;
import static dev.parley.infra.busyfeeds.UnreadableFeed.Why.TOO_MANY_EVENTS;
import static dev.parley.infra.busyfeeds.UnreadableFeed.Why.UNKNOWN_ZONE;

import dev.parley.api.TimeSlot;
import dev.parley.infra.zones.ForeignZones;
import dev.parley.infra.zones.ForeignZones.UnknownZone;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VFreeBusy;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.FreeBusy;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;

/** When somebody is busy, by a calendar document (RFC 5545) from a server that nobody vouches for. */
final class FeedDocument {
    private static final int MOST_OF_A_RULE = 20_000;

    private final BusyFeedSettings settings;
    private final Instant from;
    private final Instant to;
    private final Set<Moved> overrides = new HashSet<>();
    private final List<TimeSlot> busy = new ArrayList<>();

    private record Moved(String uid, Instant occurrence) {}

    private FeedDocument(BusyFeedSettings settings, Instant now) {
        this.settings = settings;
        this.from = now.minusSeconds(86_400);
        this.to = now.plus(settings.ahead());
    }

    /** In order, and none overlaps another. */
    static List<TimeSlot> busyTimes(byte[] document, BusyFeedSettings settings, Instant now) throws UnreadableFeed {
        var feed = new FeedDocument(settings, now);
        try {
            var ours = ForeignZones.toOurs(new String(document, StandardCharsets.UTF_8));
            feed.read(new CalendarBuilder().build(new StringReader(ours)));
        } catch (UnknownZone e) {
            throw new UnreadableFeed(UNKNOWN_ZONE);
        } catch (IOException | ParserException | RuntimeException | StackOverflowError e) {
            throw new UnreadableFeed(NOT_A_CALENDAR);
        }
        return Merged.of(feed.busy);
    }

    private void read(Calendar calendar) throws UnreadableFeed {
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        if (events.size() > settings.mostEvents()) throw new UnreadableFeed(TOO_MANY_EVENTS);
        for (var event : events) noteOverride(event);
        for (var event : events) if (takesTime(event)) addAll(event);
        List<VFreeBusy> freeBusy = calendar.getComponents(Component.VFREEBUSY);
        for (var part : freeBusy) addAll(part);
    }

    private void noteOverride(VEvent event) {
        event.<RecurrenceId<?>>getProperty(Property.RECURRENCE_ID)
                .ifPresent(id -> overrides.add(new Moved(uid(event), Moments.of(id.getDate()))));
    }

    private static boolean takesTime(VEvent event) {
        return !says(event, Property.TRANSP, "TRANSPARENT") && !says(event, Property.STATUS, "CANCELLED");
    }

    private void addAll(VEvent event) throws UnreadableFeed {
        var isOverride = event.getProperty(Property.RECURRENCE_ID).isPresent();
        var start = event.<DtStart<?>>getProperty(Property.DTSTART);
        if (start.isEmpty()) return;
        mustEnd(event, Moments.of(start.get().getDate()));
        Set<Period<Temporal>> periods = event.calculateRecurrenceSet(new Period<>(at(from), at(to)));
        for (var period : periods) {
            var begin = Moments.of(period.getStart());
            if (!isOverride && overrides.contains(new Moved(uid(event), begin))) continue;
            add(begin, Moments.of(period.getEnd()));
        }
    }

    /** Before anybody expands it. */
    private void mustEnd(VEvent event, Instant begin) throws UnreadableFeed {
        List<RRule<?>> rules = event.getProperties(Property.RRULE);
        for (var rule : rules)
            if (RuleSize.atMost(rule.getRecur(), begin, to) > MOST_OF_A_RULE) throw new UnreadableFeed(TOO_MANY_EVENTS);
        if (event.getProperties(Property.RDATE).size() > MOST_OF_A_RULE) throw new UnreadableFeed(TOO_MANY_EVENTS);
    }

    private void addAll(VFreeBusy part) throws UnreadableFeed {
        List<FreeBusy> properties = part.getProperties(Property.FREEBUSY);
        for (var property : properties)
            for (var period : property.getIntervals()) add(period.getStart(), period.getEnd());
    }

    private void add(Instant start, Instant end) throws UnreadableFeed {
        if (!start.isBefore(end) || !start.isBefore(to) || !end.isAfter(from)) return;
        if (busy.size() >= settings.mostTimes()) throw new UnreadableFeed(TOO_MANY_EVENTS);
        busy.add(new TimeSlot(start, end));
    }

    private static boolean says(VEvent event, String property, String value) {
        return event.getProperty(property)
                .filter(found -> value.equalsIgnoreCase(found.getValue()))
                .isPresent();
    }

    private static String uid(VEvent event) {
        return event.getProperty(Property.UID).map(Property::getValue).orElse("");
    }

    private static ZonedDateTime at(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }
}
