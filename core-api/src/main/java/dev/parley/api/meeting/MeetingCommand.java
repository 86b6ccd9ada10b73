package dev.parley.api.meeting;

import dev.parley.api.Accepted;
import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Shape;
import dev.parley.api.lead.LeadId;
import dev.parley.api.questionset.PinnedQuestionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a meeting can be asked to do. */
public sealed interface MeetingCommand extends Command {
    MeetingId meetingId();

    /**
     * Answers with {@link Scheduled}. Repeating it with the same content is accepted again; with other content the id
     * counts as reused.
     *
     * @param roomId where to meet; of a repetition, the first stays
     */
    record ScheduleMeeting(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            String title,
            String meetingType,
            LeadId leadId,
            RoomId roomId,
            MeetingTime time,
            List<Invitee> invitees,
            InterviewerKind interviewer,
            Optional<PinnedQuestionSet> questionSet,
            List<Duration> reminders)
            implements MeetingCommand {
        public ScheduleMeeting {
            title = Shape.line("title", title, Shape.TITLE);
            meetingType = Shape.line("meetingType", meetingType, 80);
            invitees = Shape.atMost(100, "invitees", invitees);
            reminders = Shape.atMost(5, "reminders", reminders);
        }
    }

    /**
     * What {@link ScheduleMeeting} led to.
     *
     * @param lead as invited then; people's addresses change
     */
    record Scheduled(RoomId roomId, Participant lead, long version) implements Accepted {}

    /** Answers with what was {@link Agreed}, or refuses; changes nothing. */
    record ConfirmMeeting(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at)
            implements MeetingCommand {}

    /** What people agreed on, as it stands. */
    record Agreed(String hostId, String title, MeetingTime time, MeetingStatus status) {}

    record RescheduleMeeting(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, MeetingTime time)
            implements MeetingCommand {}

    record ReviseMeetingDetails(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, String title)
            implements MeetingCommand {
        public ReviseMeetingDetails {
            title = Shape.line("title", title, Shape.TITLE);
        }
    }

    /** Both at once, so that nobody ever sees a meeting that is half revised. */
    record RearrangeMeeting(
            @TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, String title, MeetingTime time)
            implements MeetingCommand {
        public RearrangeMeeting {
            title = Shape.line("title", title, Shape.TITLE);
        }
    }

    record AddInvitee(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, Invitee invitee)
            implements MeetingCommand {}

    record RemoveInvitee(
            @TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, ParticipantId participantId)
            implements MeetingCommand {}

    record CancelMeeting(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, String reason)
            implements MeetingCommand {
        public CancelMeeting {
            reason = Shape.optionalLine("reason", reason, Shape.SENTENCE);
        }
    }

    record OpenLobby(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at) implements MeetingCommand {}

    record StartMeeting(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at)
            implements MeetingCommand {}

    record JoinMeeting(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, Participant participant)
            implements MeetingCommand {}

    record LeaveMeeting(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            ParticipantId participantId,
            String reason)
            implements MeetingCommand {}

    /** The interviewer says that it is an AI, before anything else (EU AI Act Art. 50(1)). */
    record GiveDisclosure(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, String text)
            implements MeetingCommand {}

    /** @param text the words that the person agreed to */
    record GiveConsent(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            ParticipantId participantId,
            String text)
            implements MeetingCommand {
        public GiveConsent {
            text = Shape.paragraphs("text", text, Shape.SENTENCE);
        }
    }

    record WithdrawConsent(
            @TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, ParticipantId participantId)
            implements MeetingCommand {}

    record RecordNoShow(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at)
            implements MeetingCommand {}

    record EndMeeting(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, String reason)
            implements MeetingCommand {
        public EndMeeting {
            reason = Shape.optionalLine("reason", reason, Shape.SENTENCE);
        }
    }

    record WriteSummary(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, MeetingSummary summary)
            implements MeetingCommand {}
}
