package dev.parley.saga.notification;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.SummaryWritten;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.notification.NotificationId;
import dev.parley.api.notification.NotificationKind;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** The summary goes to the invitees who came, and to the host if mail reaches them; not to those who never saw the room. */
@ProcessingGroup("saga.notification")
public final class WhenSummaryWrittenThenSend {
    private static final String OCCASION = "summary";

    private final History history;
    private final Commands commands;
    private final Clock clock;

    public WhenSummaryWrittenThenSend(History history, Commands commands, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(SummaryWritten written) {
        var meeting = Appointment.asItIs(history.of(written.meetingId(), MeetingEvent.class));
        for (var recipient : recipients(meeting)) request(meeting, recipient);
    }

    private static List<Invitee> recipients(Appointment meeting) {
        var recipients = new ArrayList<>(meeting.inviteesWhoCame());
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
