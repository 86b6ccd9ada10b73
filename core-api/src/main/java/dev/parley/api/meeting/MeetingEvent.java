package dev.parley.api.meeting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.api.AnsweringEvent;
import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.series.Occurrence;
import dev.parley.api.series.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a meeting. */
public sealed interface MeetingEvent extends Event {
    MeetingId meetingId();

    /**
     * @param hostId on whose calendar it stands
     * @param start derived from {@code time} under {@code tzdb}, the version of the zone rules
     * @param occurrence which one of a series it is, if of any
     */
    @Revision("2")
    record MeetingScheduled(
            MeetingId meetingId,
            TenantId tenant,
            String hostId,
            String hostName,
            String title,
            String meetingType,
            LeadId leadId,
            RoomId roomId,
            MeetingTime time,
            Instant start,
            String tzdb,
            List<Invitee> invitees,
            InterviewerKind interviewer,
            List<Duration> reminders,
            Optional<Occurrence> occurrence)
            implements MeetingEvent, AnsweringEvent {

        /** A single meeting. */
        public MeetingScheduled(
                MeetingId meetingId,
                TenantId tenant,
                String hostId,
                String hostName,
                String title,
                String meetingType,
                LeadId leadId,
                RoomId roomId,
                MeetingTime time,
                Instant start,
                String tzdb,
                List<Invitee> invitees,
                InterviewerKind interviewer,
                List<Duration> reminders) {
            this(
                    meetingId,
                    tenant,
                    hostId,
                    hostName,
                    title,
                    meetingType,
                    leadId,
                    roomId,
                    time,
                    start,
                    tzdb,
                    invitees,
                    interviewer,
                    reminders,
                    Optional.empty());
        }

        @Override
        public Scheduled answer(long version) {
            return new Scheduled(roomId, lead(), version);
        }

        private Participant lead() {
            return invitees.stream()
                    .filter(invitee -> invitee.role() == Invitee.Role.LEAD)
                    .map(lead -> new Participant(lead.participantId(), lead.name(), lead.role()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The questions of this meeting, copied so that later edits of the set change nothing here. */
    @Revision("1")
    record QuestionSetPinned(MeetingId meetingId, PinnedQuestionSet questionSet) implements MeetingEvent {}

    /**
     * @param sequence rises whenever calendars must change (RFC 5546 §2.1.4)
     * @param withSeries which tells everybody, if it moved as a whole
     */
    @Revision("2")
    record MeetingRescheduled(
            MeetingId meetingId,
            MeetingTime time,
            Instant start,
            String tzdb,
            int sequence,
            Optional<SeriesId> withSeries)
            implements MeetingEvent {
        public MeetingRescheduled(MeetingId meetingId, MeetingTime time, Instant start, String tzdb, int sequence) {
            this(meetingId, time, start, tzdb, sequence, Optional.empty());
        }
    }

    /**
     * The rules of its zone have changed, so what people agreed on, {@code time}, now means another instant.
     *
     * @param start under {@code tzdb}; it was {@code previousStart} under {@code previousTzdb}
     */
    @Revision("1")
    record MeetingInstantReResolved(
            MeetingId meetingId,
            MeetingTime time,
            Instant start,
            Instant previousStart,
            String tzdb,
            String previousTzdb,
            int sequence)
            implements MeetingEvent {}

    /** @param hostId on whose calendar it stands from now on */
    @Revision("1")
    record MeetingReassigned(MeetingId meetingId, String hostId, String hostName, String reason, int sequence)
            implements MeetingEvent {}

    @Revision("1")
    record MeetingDetailsRevised(MeetingId meetingId, String title, int sequence) implements MeetingEvent {}

    @Revision("1")
    record InviteeAdded(MeetingId meetingId, Invitee invitee) implements MeetingEvent {}

    @Revision("1")
    record InviteeRemoved(MeetingId meetingId, ParticipantId participantId, int sequence) implements MeetingEvent {}

    /**
     * @param by unknown of what was cancelled before this was asked
     * @param withSeries which tells everybody, if it was called off as a whole
     */
    @Revision("2")
    record MeetingCancelled(
            MeetingId meetingId, String reason, int sequence, Optional<CancelledBy> by, Optional<SeriesId> withSeries)
            implements MeetingEvent {
        public MeetingCancelled(MeetingId meetingId, String reason, int sequence, CancelledBy by) {
            this(meetingId, reason, sequence, Optional.of(by), Optional.empty());
        }
    }

    /**
     * @param sequence of the document that was answered
     * @param stamp when the answer was made
     */
    @Revision("1")
    record InviteeResponded(
            MeetingId meetingId,
            ParticipantId participantId,
            Response response,
            int sequence,
            Instant stamp,
            String comment)
            implements MeetingEvent {}

    @Revision("1")
    record NewTimeProposed(MeetingId meetingId, ParticipantId participantId, ProposedTime proposed)
            implements MeetingEvent {}

    @Revision("1")
    record ProposalDeclined(MeetingId meetingId, ParticipantId participantId, ProposedTime proposed)
            implements MeetingEvent {}

    /** One person's calendar is told again; the others' stay as they are. */
    @Revision("1")
    record CalendarRepaired(MeetingId meetingId, ParticipantId participantId, int sequence) implements MeetingEvent {}

    @Revision("1")
    record LobbyOpened(MeetingId meetingId) implements MeetingEvent {}

    @Revision("1")
    record MeetingStarted(MeetingId meetingId) implements MeetingEvent {}

    @Revision("1")
    record ParticipantJoined(MeetingId meetingId, Participant participant) implements MeetingEvent {}

    @Revision("1")
    record ParticipantLeft(MeetingId meetingId, ParticipantId participantId, String reason) implements MeetingEvent {}

    @Revision("1")
    record DisclosureGiven(MeetingId meetingId, String text) implements MeetingEvent {}

    @Revision("1")
    record ConsentGiven(MeetingId meetingId, ParticipantId participantId, String text) implements MeetingEvent {}

    @Revision("1")
    record ConsentWithdrawn(MeetingId meetingId, ParticipantId participantId) implements MeetingEvent {}

    /** A person's worst link with somebody else, past what people bear; a sample, at most once a minute. */
    @Revision("1")
    record PoorConnectionNoted(MeetingId meetingId, ParticipantId participantId, LinkQuality link)
            implements MeetingEvent {}

    /** @param mayComeUntil the meeting goes on if the lead comes before; if empty, it is over */
    @Revision("2")
    record LeadDidNotShow(MeetingId meetingId, Optional<Instant> mayComeUntil) implements MeetingEvent {
        public LeadDidNotShow(MeetingId meetingId) {
            this(meetingId, Optional.empty());
        }

        /** Whether nobody waits any longer. */
        @JsonIgnore
        public boolean isFinal() {
            return mayComeUntil.isEmpty();
        }
    }

    /** The lead came after all, within the grace. */
    @Revision("1")
    record MeetingReopened(MeetingId meetingId) implements MeetingEvent {}

    /** The lead did not come within the grace either; this is how it went, for the CRM too. */
    @Revision("1")
    record NoShowConfirmed(MeetingId meetingId) implements MeetingEvent {}

    /** All has been said; the room stays open for the goodbye. */
    @Revision("1")
    record GoodbyeBegun(MeetingId meetingId) implements MeetingEvent {}

    /** @param outcome one of the terminal states COMPLETED, ABANDONED, FAILED */
    @Revision("1")
    record MeetingEnded(MeetingId meetingId, MeetingStatus outcome, String reason) implements MeetingEvent {}

    @Revision("1")
    record SummaryWritten(MeetingId meetingId, MeetingSummary summary) implements MeetingEvent {}

    /** Of the summary as it was written last. */
    @Revision("1")
    record SummaryApproved(MeetingId meetingId) implements MeetingEvent {}

    /** What hosts decide about who is in their room and how; and who asks for the floor. Who decided is in the envelope. */
    sealed interface Moderation extends MeetingEvent {}

    /** Unless everybody comes in by invitation. */
    @Revision("1")
    record EntryChosen(MeetingId meetingId, EntryPolicy entry) implements Moderation {}

    @Revision("1")
    record ParticipantAdmitted(MeetingId meetingId, ParticipantId participantId) implements Moderation {}

    @Revision("1")
    record ParticipantDenied(MeetingId meetingId, ParticipantId participantId) implements Moderation {}

    /** @param banned for good */
    @Revision("1")
    record ParticipantRemoved(MeetingId meetingId, ParticipantId participantId, boolean banned) implements Moderation {}

    /** @param forced not asked, but told */
    @Revision("1")
    record ParticipantMuted(MeetingId meetingId, ParticipantId participantId, boolean forced, ParticipantId by)
            implements Moderation {}

    @Revision("1")
    record RoomLocked(MeetingId meetingId) implements Moderation {}

    @Revision("1")
    record RoomUnlocked(MeetingId meetingId) implements Moderation {}

    @Revision("1")
    record HandRaised(MeetingId meetingId, ParticipantId participantId) implements Moderation {}

    @Revision("1")
    record HandLowered(MeetingId meetingId, ParticipantId participantId) implements Moderation {}
}
