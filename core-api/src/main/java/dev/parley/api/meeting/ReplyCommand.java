package dev.parley.api.meeting;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a meeting can be told of what people's calendars answer, and what to do about it. */
public sealed interface ReplyCommand extends Command {
    MeetingId meetingId();

    /**
     * What somebody's calendar answered (RFC 5546 §3.2.3).
     *
     * @param sequence of the document that it answers
     * @param stamp when the answer was made
     */
    record RecordResponse(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            ParticipantId participantId,
            Response response,
            int sequence,
            Instant stamp,
            String comment)
            implements ReplyCommand {
        public RecordResponse {
            comment = Shape.optionalLine("comment", comment, Shape.SENTENCE);
        }
    }

    /** Somebody would rather meet at another time (RFC 5546 §3.2.7). */
    record RecordProposal(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            ParticipantId participantId,
            ProposedTime proposed)
            implements ReplyCommand {}

    /** Answers with {@link Proposal}, or refuses; changes nothing. */
    record ReadProposal(
            @TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, ParticipantId participantId)
            implements ReplyCommand {}

    /** @param agreed what stands until the proposal is accepted */
    record Proposal(MeetingTime time, Agreed agreed) {}

    record DeclineProposal(
            @TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, ParticipantId participantId)
            implements ReplyCommand {}

    /** Sends somebody what stands once more, as news that no calendar can take for old. */
    record RepairCalendar(
            @TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, ParticipantId participantId)
            implements ReplyCommand {}
}
