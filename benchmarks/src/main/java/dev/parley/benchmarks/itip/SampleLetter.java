package dev.parley.benchmarks.itip;

import dev.parley.api.Ids;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesId;
import dev.parley.saga.notification.CalendarEntry;
import dev.parley.saga.notification.CalendarEntry.OneOfSeries;
import dev.parley.saga.notification.Invitations.Letter;
import dev.parley.saga.notification.Style;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** An invitation of four people, whose names need one, two and three octets for a character. */
final class SampleLetter {
    private static final MeetingId meeting = new MeetingId(Ids.named("benchmark", "itip"));
    private static final MeetingTime time = new MeetingTime(
            LocalDateTime.parse("2026-12-01T09:00"),
            ZoneId.of("Europe/Berlin"),
            Duration.ofMinutes(30),
            Optional.empty());

    private SampleLetter() {}

    static Letter single() {
        return about(CalendarEntry.SINGLE);
    }

    /** Its document brings the rules of its zone along. */
    static Letter oneOfSeries() {
        return about(new OneOfSeries(new Occurrence(
                SeriesId.beginningWith(meeting), 2, LocalDateTime.parse("2026-11-30T09:00"), time.zone())));
    }

    private static Letter about(CalendarEntry entry) {
        var lead = invitee("Lena Lead", Invitee.Role.LEAD);
        var others = List.of(
                invitee("Gus Guest", Invitee.Role.GUEST),
                invitee("Zoë Šťastná", Invitee.Role.GUEST),
                invitee("佐藤 花子", Invitee.Role.GUEST));
        return new Letter(
                NotificationId.of(meeting, NotificationKind.INVITATION, lead.email(), "seq-0"),
                new TenantId(Ids.named("benchmark", "tenant")),
                NotificationKind.INVITATION,
                lead,
                others,
                meeting,
                "Discovery call with Acme, and what comes after it",
                "Alice Seller",
                time,
                0,
                "",
                Optional.empty(),
                Optional.empty(),
                Style.shipped(Language.EN),
                entry);
    }

    private static Invitee invitee(String name, Invitee.Role role) {
        var email = "guest" + Math.abs(name.hashCode()) + "@acme.test";
        return new Invitee(ParticipantId.ofInvitee(meeting, email), name, email, role);
    }
}
