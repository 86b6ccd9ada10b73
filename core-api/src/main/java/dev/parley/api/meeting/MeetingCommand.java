package dev.parley.api.meeting;

import dev.parley.api.Accepted;
import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Shape;
import dev.parley.api.lead.LeadId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesId;
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
     * @param host whose meeting it is, if not that of who schedules it
     * @param occurrence which one of a series it is, if of any
     * @param entry how guests come in
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
            List<Duration> reminders,
            Optional<Host> host,
            Optional<Occurrence> occurrence,
            EntryPolicy entry)
            implements MeetingCommand {
        public ScheduleMeeting {
            title = Shape.line("title", title, Shape.TITLE);
            meetingType = Shape.line("meetingType", meetingType, 80);
            invitees = Shape.atMost(100, "invitees", invitees);
            reminders = Shape.atMost(5, "reminders", reminders);
        }

        /** A single meeting of one's own. */
        public ScheduleMeeting(
                MeetingId meetingId,
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
                List<Duration> reminders) {
            this(
                    meetingId,
                    by,
                    at,
                    title,
                    meetingType,
                    leadId,
                    roomId,
                    time,
                    invitees,
                    interviewer,
                    questionSet,
                    reminders,
                    Optional.empty(),
                    Optional.empty(),
                    EntryPolicy.INVITED);
        }

        public ScheduleMeeting with(Host other) {
            return new ScheduleMeeting(
                    meetingId,
                    by,
                    at,
                    title,
                    meetingType,
                    leadId,
                    roomId,
                    time,
                    invitees,
                    interviewer,
                    questionSet,
                    reminders,
                    Optional.of(other),
                    occurrence,
                    entry);
        }

        /** On whose calendar it goes. */
        public Host hostOrSelf() {
            return host.orElseGet(() -> new Host(by.id(), by.name()));
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
    record Agreed(String hostId, String title, MeetingTime time, String meetingType, MeetingStatus status) {}

    /** @param withSeries of which it moves along, if so; then the series tells everybody */
    record RescheduleMeeting(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            MeetingTime time,
            Optional<SeriesId> withSeries)
            implements MeetingCommand {
        public RescheduleMeeting(MeetingId meetingId, Actor by, Instant at, MeetingTime time) {
            this(meetingId, by, at, time, Optional.empty());
        }
    }

    /**
     * Understands the agreed time by newer rules of its zone; if the instant stays, nothing happens.
     *
     * @param tzdb the version of those rules, which must be the ones in force
     */
    record ReResolveMeeting(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, String tzdb)
            implements MeetingCommand {
        public ReResolveMeeting {
            tzdb = Shape.line("tzdb", tzdb, 40);
        }
    }

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

    /** @param withSeries with which it is called off, if so; then the series tells everybody */
    record CancelMeeting(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            String reason,
            Optional<SeriesId> withSeries)
            implements MeetingCommand {
        public CancelMeeting {
            reason = Shape.optionalLine("reason", reason, Shape.SENTENCE);
        }

        public CancelMeeting(MeetingId meetingId, Actor by, Instant at, String reason) {
            this(meetingId, by, at, reason, Optional.empty());
        }
    }

    /** Hands the meeting to another host; everything else stays. */
    record ReassignMeeting(
            @TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, Host host, String reason)
            implements MeetingCommand {
        public ReassignMeeting {
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

    /** Browsers measure it; the gateway decides what is poor, and how often that is worth a fact. */
    record NotePoorConnection(
            @TargetAggregateIdentifier MeetingId meetingId,
            Actor by,
            Instant at,
            ParticipantId participantId,
            LinkQuality link)
            implements MeetingCommand {}

    /** @param grace how much longer the lead may still come; zero makes it final at once */
    record RecordNoShow(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, Duration grace)
            implements MeetingCommand {
        public RecordNoShow(MeetingId meetingId, Actor by, Instant at) {
            this(meetingId, by, at, Duration.ZERO);
        }
    }

    /** The lead did not come within the grace either. */
    record ConfirmNoShow(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at)
            implements MeetingCommand {}

    /** All has been said; what is left is to say goodbye. */
    record BeginGoodbye(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at)
            implements MeetingCommand {}

    /** What was agreed could not be kept, and it was nobody's wish. */
    record FailMeeting(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, String reason)
            implements MeetingCommand {
        public FailMeeting {
            reason = Shape.line("reason", reason, Shape.SENTENCE);
        }
    }

    record EndMeeting(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, String reason)
            implements MeetingCommand {
        public EndMeeting {
            reason = Shape.optionalLine("reason", reason, Shape.SENTENCE);
        }
    }

    /** Lets the summary go out where the organisation wants its hosts to read it first. */
    record ApproveSummary(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at)
            implements MeetingCommand {}

    record WriteSummary(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at, MeetingSummary summary)
            implements MeetingCommand {}
}
