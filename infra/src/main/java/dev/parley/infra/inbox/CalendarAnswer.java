package dev.parley.infra.inbox;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.Response;
import dev.parley.infra.mail.PlainText;
import dev.parley.infra.zones.ForeignZones;
import dev.parley.infra.zones.ForeignZones.UnknownZone;
import dev.parley.saga.inbox.IncomingMail.Content;
import dev.parley.saga.inbox.IncomingMail.Counter;
import dev.parley.saga.inbox.IncomingMail.Reply;
import dev.parley.saga.inbox.IncomingMail.Unreadable;
import dev.parley.saga.inbox.IncomingMail.Unrelated;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Duration;

/** Reads what a calendar program answers: METHOD REPLY or COUNTER about one event (RFC 5546 §3.2.3, §3.2.7). */
final class CalendarAnswer {
    private static final int HIGHEST = 1_000_000;

    private final VEvent event;

    private CalendarAnswer(VEvent event) {
        this.event = event;
    }

    /** @param sender whose line of the guest list counts where a counter-proposal lists everybody */
    static Content read(String document, String sender) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(ForeignZones.toOurs(document)));
            var events = calendar.getComponents().stream()
                    .filter(VEvent.class::isInstance)
                    .map(VEvent.class::cast)
                    .toList();
            if (events.size() != 1) return new Unreadable("NOT_ONE_EVENT");
            return new CalendarAnswer(events.getFirst()).answer(method(calendar), sender);
        } catch (Misshapen e) {
            return new Unreadable(e.code);
        } catch (UnknownZone e) {
            return new Unreadable("UNKNOWN_ZONE");
        } catch (IOException | ParserException | RuntimeException | StackOverflowError e) {
            return new Unreadable("MALFORMED_CALENDAR");
        }
    }

    private Content answer(String method, String sender) throws Misshapen {
        return switch (method) {
            case "REPLY" -> reply(attendee(sender));
            case "COUNTER" -> counter(attendee(sender));
            default -> new Unrelated("METHOD_IS_NO_ANSWER");
        };
    }

    private Content reply(Property attendee) throws Misshapen {
        var said = attendee.getParameter("PARTSTAT")
                .map(status -> status.getValue().toUpperCase(Locale.ROOT))
                .orElse("");
        return switch (said) {
            case "ACCEPTED" -> reply(attendee, Response.ACCEPTED);
            case "DECLINED" -> reply(attendee, Response.DECLINED);
            case "TENTATIVE" -> reply(attendee, Response.TENTATIVE);
            default -> new Unrelated("PARTSTAT_IS_NO_ANSWER");
        };
    }

    private Reply reply(Property attendee, Response response) throws Misshapen {
        return new Reply(uid(), recurrence(), mailbox(attendee), response, sequence(), stamp(), comment());
    }

    private Counter counter(Property attendee) throws Misshapen {
        return new Counter(uid(), recurrence(), mailbox(attendee), start(), end(), sequence(), stamp(), comment());
    }

    /** Of one there is no doubt who answers. */
    private Property attendee(String sender) throws Misshapen {
        var attendees = all("ATTENDEE");
        if (attendees.size() == 1) return attendees.getFirst();
        for (var attendee : attendees) if (mailbox(attendee).equalsIgnoreCase(sender)) return attendee;
        throw new Misshapen("NOT_ONE_ATTENDEE");
    }

    private static String mailbox(Property attendee) throws Misshapen {
        try {
            return Shape.email("attendee", attendee.getValue().strip().replaceFirst("(?i)^mailto:", ""));
        } catch (Refused e) {
            throw new Misshapen("MALFORMED_ATTENDEE");
        }
    }

    private String uid() throws Misshapen {
        return one("UID").map(Property::getValue).orElseThrow(() -> new Misshapen("NO_UID"));
    }

    private Optional<Instant> recurrence() throws Misshapen {
        return one("RECURRENCE-ID").isPresent() ? Optional.of(instant("RECURRENCE-ID")) : Optional.empty();
    }

    private int sequence() throws Misshapen {
        var text = one("SEQUENCE").map(Property::getValue).orElse("0");
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > HIGHEST) throw new Misshapen("MALFORMED_SEQUENCE");
        return Integer.parseInt(text);
    }

    private Instant stamp() throws Misshapen {
        return instant("DTSTAMP");
    }

    private Instant start() throws Misshapen {
        return instant("DTSTART");
    }

    private Instant end() throws Misshapen {
        if (one("DTEND").isPresent()) return instant("DTEND");
        var duration = one("DURATION").map(Duration.class::cast).map(Duration::getDuration);
        return start().plus(inHours(duration.orElseThrow(() -> new Misshapen("NO_END"))));
    }

    private static java.time.Duration inHours(TemporalAmount amount) throws Misshapen {
        if (amount instanceof java.time.Duration duration) return duration;
        throw new Misshapen("NO_END"); // days and weeks: no meeting lasts that long
    }

    /** Only what names a moment: no dates, and no clock on an unknown wall. */
    private Instant instant(String name) throws Misshapen {
        var property = one(name).orElseThrow(() -> new Misshapen("NO_" + name));
        Temporal date = property instanceof DateProperty<?> dated ? dated.getDate() : null;
        return switch (date) {
            case Instant at -> at;
            case ZonedDateTime at -> at.toInstant();
            case OffsetDateTime at -> at.toInstant();
            case null, default -> throw new Misshapen("NO_MOMENT_IN_" + name);
        };
    }

    private String comment() {
        return PlainText.line(
                all("COMMENT").stream().map(Property::getValue).findFirst().orElse(""));
    }

    private Optional<Property> one(String name) throws Misshapen {
        var found = all(name);
        if (found.size() > 1) throw new Misshapen("TWICE_" + name);
        return found.stream().findFirst();
    }

    private List<Property> all(String name) {
        return event.getPropertyList().getAll().stream()
                .filter(property -> property.getName().equalsIgnoreCase(name))
                .toList();
    }

    private static String method(Calendar calendar) {
        return calendar.getPropertyList()
                .getFirst("METHOD")
                .map(method -> method.getValue().toUpperCase(Locale.ROOT))
                .orElse("");
    }

    private static final class Misshapen extends Exception {
        private final String code;

        Misshapen(String code) {
            super(code, null, false, false);
            this.code = code;
        }
    }
}
