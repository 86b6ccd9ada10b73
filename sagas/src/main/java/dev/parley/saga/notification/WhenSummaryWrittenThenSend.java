package dev.parley.saga.notification;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.SummaryApproved;
import dev.parley.api.meeting.MeetingEvent.SummaryWritten;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.api.preference.PreferenceEvent;
import dev.parley.api.preference.PreferenceEvent.MailPolicyChanged;
import dev.parley.api.preference.PreferencesId;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * The summary goes to the invitees who stayed and to the host if mail reaches them: as soon as it is written, or where the
 * organisation wants that, once the host has approved it (ADR 0031).
 */
@ProcessingGroup("saga.notification")
public final class WhenSummaryWrittenThenSend {
    private static final String OCCASION = "summary";

    private final History history;
    private final Commands commands;
    private final SummaryMailSettings settings;
    private final Clock clock;

    public WhenSummaryWrittenThenSend(History history, Commands commands, SummaryMailSettings settings, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    @EventHandler
    void on(SummaryWritten written) {
        var meeting = history.of(written.meetingId(), MeetingEvent.class);
        if (!needsApproval(Appointment.asItIs(meeting).tenant())) send(written.meetingId());
    }

    /** Also where it was sent already: the same letter is requested once. */
    @EventHandler
    void on(SummaryApproved approved) {
        send(approved.meetingId());
    }

    private void send(MeetingId meetingId) {
        var facts = history.of(meetingId, MeetingEvent.class);
        var meeting = Appointment.asItIs(facts);
        for (var recipient : recipients(meeting, Attendance.of(facts)))
            if (!Wishes.of(meeting.tenant(), recipient.email(), history).decline(NotificationKind.SUMMARY))
                request(meeting, recipient);
    }

    private boolean needsApproval(TenantId tenant) {
        return history.of(PreferencesId.ofOrganisation(tenant), PreferenceEvent.class).reversed().stream()
                .map(History.Fact::event)
                .filter(MailPolicyChanged.class::isInstance)
                .map(MailPolicyChanged.class::cast)
                .findFirst()
                .map(MailPolicyChanged::summaryNeedsApproval)
                .orElse(false);
    }

    private List<Invitee> recipients(Appointment meeting, Attendance attendance) {
        var recipients = new ArrayList<Invitee>();
        for (var invitee : meeting.invitees())
            if (attendance.stayed(invitee.participantId(), settings.leftEarly())) recipients.add(invitee);
        if (isAddress(meeting.hostId())) recipients.add(host(meeting));
        return recipients;
    }

    private void request(Appointment meeting, Invitee recipient) {
        var kind = NotificationKind.SUMMARY;
        commands.send(new RequestNotification(
                NotificationId.of(meeting.meetingId(), kind, recipient.email(), OCCASION),
                Actor.system(meeting.tenant(), "summary-mail"),
                clock.instant(),
                meeting.meetingId(),
                kind,
                recipient,
                OCCASION,
                meeting.sequence()));
    }

    private static Invitee host(Appointment meeting) {
        var host = ParticipantId.ofUser(meeting.meetingId(), meeting.hostId());
        return new Invitee(host, meeting.hostName(), meeting.hostId(), Invitee.Role.HOST);
    }

    /** Many identity providers use the address as the user's id; where they do not, the host reads the summary on the page. */
    private static boolean isAddress(String hostId) {
        try {
            Shape.email("hostId", hostId);
            return true;
        } catch (Refused e) {
            return false;
        }
    }
}
