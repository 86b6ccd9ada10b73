package dev.parley.infra.mail;

import dev.parley.api.Ids;
import dev.parley.api.PlainPreferenceLinks;
import dev.parley.api.Samples;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.Participant;
import dev.parley.api.notification.Language;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.notification.CalendarEntry;
import dev.parley.saga.notification.Invitations.Letter;
import dev.parley.saga.notification.Style;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** Letters about Alice's call with Lena, and the settings to send them. */
final class MailSamples {
    static final MeetingTime nineInBerlin = at("2026-12-01T09:00", "Europe/Berlin", 30);

    private MailSamples() {}

    static MailSettings settings() {
        return new MailSettings(
                "",
                25,
                "",
                "",
                MailSettings.Tls.IF_OFFERED,
                "meet@parley.example",
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                new MailSettings.Mailbox(500, DataSize.ofMegabytes(20)));
    }

    static Letter letter(NotificationKind kind) {
        return letter(kind, Samples.lena, "Discovery call", "", nineInBerlin, 0);
    }

    static Letter letter(
            NotificationKind kind, Invitee recipient, String title, String reason, MeetingTime time, int sequence) {
        var summary = new MeetingSummary(
                "Twelve people lose six hours a week",
                List.of("12 people", "Budget is there"),
                List.of("A demo"),
                "test");
        return new Letter(
                NotificationId.of(Samples.discoveryCall, kind, recipient.email(), "seq-" + sequence),
                Samples.demo,
                kind,
                recipient,
                List.of(Samples.gus),
                Samples.discoveryCall,
                title,
                "Alice Seller",
                time,
                sequence,
                reason,
                kind == NotificationKind.SUMMARY ? Optional.of(summary) : Optional.empty(),
                Optional.empty(),
                Style.shipped(Language.EN));
    }

    /** The same letter, about another entry of the calendar. */
    static Letter as(Letter letter, CalendarEntry entry) {
        return new Letter(
                letter.notificationId(),
                letter.tenant(),
                letter.kind(),
                letter.recipient(),
                letter.others(),
                letter.meetingId(),
                letter.title(),
                letter.hostName(),
                letter.time(),
                letter.sequence(),
                letter.reason(),
                letter.summary(),
                letter.assessment(),
                letter.style(),
                entry);
    }

    static Letter among(List<Invitee> others, Letter letter) {
        return new Letter(
                letter.notificationId(),
                letter.tenant(),
                letter.kind(),
                letter.recipient(),
                others,
                letter.meetingId(),
                letter.title(),
                letter.hostName(),
                letter.time(),
                letter.sequence(),
                letter.reason(),
                letter.summary(),
                letter.assessment(),
                letter.style(),
                letter.entry());
    }

    static Ways ways() {
        return ways(new Links());
    }

    static Ways ways(GuestLinks links) {
        return new Ways(links, new PlainPreferenceLinks());
    }

    static Invitee lead(String name, String email) {
        return new Invitee(Samples.lena.participantId(), name, email, Invitee.Role.LEAD);
    }

    static MeetingTime at(String localStart, String zone, int minutes) {
        return new MeetingTime(
                LocalDateTime.parse(localStart), ZoneId.of(zone), Duration.ofMinutes(minutes), Optional.empty());
    }

    /** Remembers until when the last link was to be open. */
    static final class Links implements GuestLinks {
        Instant expires = Instant.EPOCH;

        @Override
        public URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant until) {
            expires = until;
            return URI.create("https://meet.example/join/" + Ids.named(tenant, meeting, guest));
        }

        @Override
        public Optional<Guest> read(String token) {
            return Optional.empty();
        }
    }
}
