package dev.parley.infra.mail;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.MeetingSummary;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.notification.Invitations.Letter;
import dev.parley.saga.notification.Style;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Letters that nobody asked for, to see how one would look: about a meeting that there is, or about one made up. */
final class SampleLetters {
    private static final MeetingSummary SUMMARY = new MeetingSummary(
            "Twelve people lose six hours a week to typing.",
            List.of("They want to be live in spring.", "A budget of 40,000 € is set aside."),
            List.of("A demonstration next week."),
            "sample");

    private final Clock clock;

    SampleLetters(Clock clock) {
        this.clock = clock;
    }

    /** As the lead would read it. */
    Letter about(Optional<MeetingPage> meeting, NotificationKind kind, Style style, Actor by) {
        return meeting.map(page -> real(page, kind, style, by)).orElseGet(() -> madeUp(kind, style, by));
    }

    /** The same letter to somebody of the house, whose links open nothing that is not theirs. */
    static Letter to(Invitee recipient, Letter letter) {
        return new Letter(
                letter.notificationId(),
                letter.tenant(),
                letter.kind(),
                recipient,
                letter.others(),
                letter.meetingId(),
                letter.title(),
                letter.hostName(),
                letter.time(),
                letter.sequence(),
                letter.reason(),
                letter.summary(),
                letter.assessment(),
                letter.style());
    }

    private Letter real(MeetingPage page, NotificationKind kind, Style style, Actor by) {
        var offset = page.zone().getRules().getOffset(page.start());
        var lead = page.invitees().stream()
                .filter(invitee -> invitee.role() == Invitee.Role.LEAD)
                .map(line -> new Invitee(line.participantId(), line.name(), line.email(), line.role()))
                .findFirst()
                .orElseGet(() -> lena(page.meetingId()));
        var time = new MeetingTime(
                page.localStart(), page.zone(), Duration.ofMinutes(page.durationMinutes()), Optional.of(offset));
        return letter(by, kind, style, lead, page.meetingId(), page.title(), page.hostName(), time, page.summary());
    }

    private Letter madeUp(NotificationKind kind, Style style, Actor by) {
        var zone = ZoneId.of("Europe/Berlin");
        var tomorrowAtNine =
                clock.instant().atZone(zone).toLocalDate().plusDays(1).atTime(LocalTime.of(9, 0));
        var time = new MeetingTime(tomorrowAtNine, zone, Duration.ofMinutes(30), Optional.empty());
        var meeting = new MeetingId(Ids.named("sample meeting", by.tenant()));
        return letter(by, kind, style, lena(meeting), meeting, "Discovery call", by.name(), time, Optional.empty());
    }

    private Letter letter(
            Actor by,
            NotificationKind kind,
            Style style,
            Invitee recipient,
            MeetingId meeting,
            String title,
            String hostName,
            MeetingTime time,
            Optional<MeetingSummary> summary) {
        return new Letter(
                NotificationId.next(clock.instant()),
                by.tenant(),
                kind,
                recipient,
                List.of(),
                meeting,
                title,
                hostName,
                time,
                0,
                kind == NotificationKind.UPDATE || kind == NotificationKind.CANCELLATION ? "The train is late." : "",
                kind == NotificationKind.SUMMARY ? Optional.of(summary.orElse(SUMMARY)) : Optional.empty(),
                Optional.empty(),
                style);
    }

    private static Invitee lena(MeetingId meeting) {
        var address = "lena.lead@example.test";
        return new Invitee(ParticipantId.ofInvitee(meeting, address), "Lena Lead", address, Invitee.Role.LEAD);
    }
}
