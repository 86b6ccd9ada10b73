package dev.parley.api.notification;

import dev.parley.api.Actor;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent.ProposalDeclined;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.notification.NotificationCommand.RequestNotification;
import dev.parley.api.series.SeriesId;
import java.time.Instant;

/** Tells people that the time they proposed will not be (RFC 5546 §3.2.8); their calendar shows it as proposed until then. */
public final class DeclinedProposal {
    private static final NotificationKind KIND = NotificationKind.PROPOSAL_DECLINED;

    // Words that stand in the log, so they never change.
    private static final String OCCASION = "proposal-";

    private DeclinedProposal() {}

    public static RequestNotification toOneMeeting(ProposalDeclined declined, Invitee proposer, Actor us, Instant at) {
        var proposed = declined.proposed();
        return request(declined.meetingId(), OCCASION + proposed.stamp(), proposed.sequence(), proposer, us, at);
    }

    /** @param meeting any of the series; the letter speaks of all of them */
    public static RequestNotification toSeries(
            MeetingId meeting, int sequence, Instant stamp, Invitee proposer, Actor us, Instant at) {
        return request(meeting, SeriesId.occasion(sequence) + "-" + OCCASION + stamp, sequence, proposer, us, at);
    }

    /** @param sequence of the document that was answered, which is echoed */
    private static RequestNotification request(
            MeetingId meeting, String occasion, int sequence, Invitee proposer, Actor us, Instant at) {
        var id = NotificationId.of(meeting, KIND, proposer.email(), occasion);
        return new RequestNotification(id, us, at, meeting, KIND, proposer, occasion, sequence);
    }
}
