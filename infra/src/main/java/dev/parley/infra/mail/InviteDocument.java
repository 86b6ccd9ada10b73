package dev.parley.infra.mail;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.series.Occurrence;
import dev.parley.saga.notification.CalendarEntry.OneOfSeries;
import dev.parley.saga.notification.CalendarEntry.Single;
import dev.parley.saga.notification.CalendarEntry.WholeSeries;
import dev.parley.saga.notification.Invitations.Letter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Comment;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * What calendars read: an iTIP request or cancellation (RFC 5546) of one meeting. Times are in UTC, which no calendar can
 * misread, and METHOD, UID and SEQUENCE are set here and nowhere else.
 */
final class InviteDocument {
    private static final Duration ALARM = Duration.ofMinutes(-10);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@.+_-]+");

    private final DocumentCheck check = new DocumentCheck();
    private final KnownZones zones = new KnownZones();
    private final String from;
    private final MailSettings settings;

    InviteDocument(MailSettings settings) {
        this.from = settings.from();
        this.settings = settings;
    }

    /** As text with folded lines. */
    String of(Letter letter, URI way, Instant now) {
        return of(letter, _ -> way, now);
    }

    /** @param ways leads into the room of whichever meeting of a series it is asked about */
    String of(Letter letter, Function<Letter, URI> ways, Instant now) {
        var document = new Calendar(
                new PropertyList(
                        List.of(new ProdId("-//Parley//Meetings//EN"), ImmutableVersion.VERSION_2_0, method(letter))),
                new ComponentList<>(components(letter, ways, now)));
        check.look(document, methodOf(letter), letter.entry());
        return Folding.fold(document.toString());
    }

    private List<CalendarComponent> components(Letter letter, Function<Letter, URI> ways, Instant now) {
        if (declinesProposal(letter)) return declined(letter, now);
        return switch (letter.entry()) {
            case Single _ -> List.of(event(letter, ways, now));
            case OneOfSeries one -> List.of(zone(one.occurrence(), letter.time()), event(letter, ways, now));
            case WholeSeries series -> isOff(letter) ? List.of(cancelled(letter, now)) : all(letter, series, ways, now);
        };
    }

    /** The rule, and each meeting once more, because each has a room of its own and some have moved. */
    private List<CalendarComponent> all(Letter letter, WholeSeries series, Function<Letter, URI> ways, Instant now) {
        var last = series.meetings().stream()
                .map(one -> one.time().end())
                .reduce(series.first().end(), (a, b) -> a.isAfter(b) ? a : b);
        var components = new ArrayList<CalendarComponent>();
        components.add(zones.of(series.first().zone(), series.first().start(), last));
        components.add(event(letter, ways, now));
        series.meetings().forEach(one -> components.add(event(letter.about(one), ways, now)));
        return components;
    }

    private VEvent event(Letter letter, Function<Letter, URI> ways, Instant now) {
        return isOff(letter) ? cancelled(letter, now) : planned(letter, ways.apply(letter), now);
    }

    private VTimeZone zone(Occurrence occurrence, MeetingTime time) {
        var original = occurrence.recurrenceId().atZone(occurrence.zone()).toInstant();
        return zones.of(occurrence.zone(), original, time.end().isAfter(original) ? time.end() : original);
    }

    static String methodOf(Letter letter) {
        return method(letter).getValue();
    }

    private static Method method(Letter letter) {
        if (declinesProposal(letter)) return ImmutableMethod.DECLINE_COUNTER;
        return isOff(letter) ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    }

    private static boolean declinesProposal(Letter letter) {
        return letter.kind() == NotificationKind.PROPOSAL_DECLINED;
    }

    private static boolean isOff(Letter letter) {
        return letter.kind() == NotificationKind.CANCELLATION;
    }

    private VEvent planned(Letter letter, URI way, Instant now) {
        var properties = described(letter, now);
        properties.add(ImmutableStatus.VEVENT_CONFIRMED);
        properties.add(new Description("Join: " + way));
        properties.add(new Location(way.toString()));
        properties.add(new Url(way));
        properties.add(attendee(letter.recipient()));
        letter.others().stream()
                .filter(other ->
                        !other.email().equalsIgnoreCase(letter.recipient().email()))
                .map(InviteDocument::attendee)
                .forEach(properties::add);
        return new VEvent(new PropertyList(properties), new ComponentList<>(List.of(alarm(letter))));
    }

    /** Speaks to one person: a cancellation that named others would take them out too (RFC 5546 §3.2.5). */
    private VEvent cancelled(Letter letter, Instant now) {
        var properties = described(letter, now);
        properties.add(ImmutableStatus.VEVENT_CANCELLED);
        properties.add(attendee(letter.recipient()));
        return new VEvent(new PropertyList(properties));
    }

    /** Names what was proposed to be moved, and says nothing else about it (RFC 5546 §3.2.8). */
    private List<CalendarComponent> declined(Letter letter, Instant now) {
        var properties =
                new ArrayList<Property>(List.of(new Sequence(letter.sequence()), new DtStamp(now), organizer(letter)));
        properties.addAll(named(letter));
        if (!letter.reason().isBlank()) properties.add(new Comment(PlainText.line(letter.reason())));
        var event = new VEvent(new PropertyList(properties));
        return letter.entry() instanceof OneOfSeries one
                ? List.of(zone(one.occurrence(), letter.time()), event)
                : List.of(event);
    }

    private List<Property> described(Letter letter, Instant now) {
        var properties = new ArrayList<>(when(letter));
        properties.addAll(List.of(
                new Sequence(letter.sequence()),
                new DtStamp(now),
                new Summary(PlainText.line(letter.title())),
                organizer(letter)));
        return properties;
    }

    private Organizer organizer(Letter letter) {
        return new Organizer(new ParameterList(List.of(new Cn(nameIn(letter.hostName())))), mailto(from));
    }

    private List<Property> named(Letter letter) {
        return switch (letter.entry()) {
            case Single _ -> List.of(uid(letter.meetingId()));
            case OneOfSeries one -> List.of(uid(one.occurrence().seriesId()), Recurring.recurrenceId(one.occurrence()));
            case WholeSeries series -> List.of(uid(series.seriesId()));
        };
    }

    /** What recurs is said on the clock of its zone, and UNTIL in UTC (RFC 5545 §3.3.10); what does not, in UTC. */
    private List<Property> when(Letter letter) {
        var start = new DtStart<>(letter.time().start());
        var end = new DtEnd<>(letter.time().end());
        var times = letter.entry() instanceof WholeSeries series && !isOff(letter)
                ? Recurring.rule(series)
                : Stream.<Property>of(start, end);
        return Stream.concat(named(letter).stream(), times).toList();
    }

    private Uid uid(Object id) {
        return new Uid(settings.uidOf(id));
    }

    private static VAlarm alarm(Letter letter) {
        return new VAlarm(new PropertyList(
                List.of(ImmutableAction.DISPLAY, new Description(PlainText.line(letter.title())), new Trigger(ALARM))));
    }

    private static Attendee attendee(Invitee invitee) {
        var parameters = new ParameterList(
                List.of(new Cn(nameIn(invitee.name())), Role.REQ_PARTICIPANT, PartStat.NEEDS_ACTION, Rsvp.TRUE));
        return new Attendee(parameters, mailto(invitee.email()));
    }

    /** A parameter's value knows no escapes (RFC 5545 §3.1), but programs read a backslash before the closing quote as one. */
    private static String nameIn(String name) {
        return PlainText.line(name).replace('"', '\'').replace('\\', '/');
    }

    /** A local part may hold characters that an address on the web may not (RFC 6068 §2). */
    private static URI mailto(String address) {
        if (PLAIN.matcher(address).matches()) return URI.create("mailto:" + address);
        try {
            return URI.create(new URI("mailto", address, null).toString().replace("?", "%3F"));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address: " + address, e);
        }
    }
}
