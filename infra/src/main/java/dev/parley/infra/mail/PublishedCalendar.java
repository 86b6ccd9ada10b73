package dev.parley.infra.mail;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.query.calendarfeed.FeedDocument;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** A host's meetings for their own calendar program. It lists nobody: nothing here is an invitation that could be answered. */
final class PublishedCalendar implements FeedDocument {
    private static final Duration REFRESH = Duration.ofMinutes(15);

    private final String from;
    private final MailSettings settings;
    private final GuestLinks links;

    PublishedCalendar(MailSettings settings, GuestLinks links) {
        this.from = settings.from();
        this.settings = settings;
        this.links = links;
    }

    @Override
    public String of(TenantId tenant, List<Entry> entries, Instant now) {
        var events = entries.stream()
                .<CalendarComponent>map(entry -> event(tenant, entry, now))
                .toList();
        var properties = new PropertyList(List.of(
                new ProdId("-//Parley//Meetings//EN"),
                ImmutableVersion.VERSION_2_0,
                ImmutableMethod.PUBLISH,
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH)));
        return Folding.fold(new Calendar(properties, new ComponentList<>(events)).toString());
    }

    /** Under the same UID as in letters, so that a program that has both shows one. */
    private VEvent event(TenantId tenant, Entry entry, Instant now) {
        return new VEvent(new PropertyList(List.of(
                new Uid(settings.uidOf(entry.meetingId())),
                new Sequence((int) entry.version()),
                new DtStamp(now),
                new DtStart<>(entry.start()),
                new DtEnd<>(entry.end()),
                new Organizer(URI.create("mailto:" + from)),
                new Summary(PlainText.line(entry.title())),
                new Description(PlainText.line("With " + entry.leadName())),
                new Url(room(tenant, entry.meetingId(), entry.end())),
                ImmutableStatus.VEVENT_CONFIRMED)));
    }

    /** Where hosts go who have signed in; the address alone opens nothing. */
    private URI room(TenantId tenant, MeetingId meeting, Instant end) {
        var nobody = new Participant(ParticipantId.interviewerOf(meeting), "", Invitee.Role.HOST);
        return links.linkFor(tenant, meeting, nobody, end).resolve("/meetings/" + meeting + "/room");
    }
}
