package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.PROPOSAL_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.RESPONSE_IS_OLD;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingEvent.InviteeResponded;
import dev.parley.api.meeting.MeetingEvent.NewTimeProposed;
import dev.parley.api.meeting.MeetingEvent.ProposalDeclined;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.ProposedTime;
import dev.parley.api.meeting.ReplyCommand.DeclineProposal;
import dev.parley.api.meeting.ReplyCommand.RecordResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What people's calendars have answered to the time that stands. Mail comes late, twice and out of order. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Replies {
    private Map<ParticipantId, Heard> newest = new HashMap<>();
    private Map<ParticipantId, ProposedTime> proposals = new HashMap<>();

    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    record Heard(int sequence, Instant stamp) {
        boolean isBefore(int otherSequence, Instant otherStamp) {
            return sequence != otherSequence ? sequence < otherSequence : stamp.isBefore(otherStamp);
        }
    }

    /** By SEQUENCE, then by DTSTAMP (RFC 5546 §2.1.5); what was heard before is no news. */
    void mustBeNews(ParticipantId from, int sequence, Instant stamp) {
        var heard = newest.get(from);
        if (heard != null && !heard.isBefore(sequence, stamp)) throw new Refused(RESPONSE_IS_OLD);
    }

    static InviteeResponded said(RecordResponse command) {
        return new InviteeResponded(
                command.meetingId(),
                command.participantId(),
                command.response(),
                command.sequence(),
                command.stamp(),
                command.comment());
    }

    ProposalDeclined declined(DeclineProposal command) {
        var proposer = command.participantId();
        return new ProposalDeclined(command.meetingId(), proposer, proposalOf(proposer));
    }

    ProposedTime proposalOf(ParticipantId from) {
        return Optional.ofNullable(proposals.get(from)).orElseThrow(() -> new Refused(PROPOSAL_UNKNOWN));
    }

    void on(InviteeResponded responded) {
        newest.put(responded.participantId(), new Heard(responded.sequence(), responded.stamp()));
        proposals.remove(responded.participantId());
    }

    void on(NewTimeProposed event) {
        var proposed = event.proposed();
        newest.put(event.participantId(), new Heard(proposed.sequence(), proposed.stamp()));
        proposals.put(event.participantId(), proposed);
    }

    void decided(ParticipantId proposer) {
        proposals.remove(proposer);
    }

    /** A new time is a new question. */
    void askAgain() {
        proposals.clear();
    }
}
