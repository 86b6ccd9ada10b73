package dev.parley.api.meeting;

import dev.parley.api.AnsweringEvent;
import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.lead.LeadId;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.questionset.PinnedQuestionSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a meeting. */
public sealed interface MeetingEvent extends Event {
    MeetingId meetingId();

    /**
     * @param hostId the user who scheduled it
     * @param start derived from {@code time} under {@code tzdb}, the version of the zone rules
     */
    @Revision("1")
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
            List<Duration> reminders)
            implements MeetingEvent, AnsweringEvent {
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

    /** @param sequence rises whenever calendars must change (RFC 5546 §2.1.4) */
    @Revision("1")
    record MeetingRescheduled(MeetingId meetingId, MeetingTime time, Instant start, String tzdb, int sequence)
            implements MeetingEvent {}

    @Revision("1")
    record MeetingDetailsRevised(MeetingId meetingId, String title, int sequence) implements MeetingEvent {}

    @Revision("1")
    record InviteeAdded(MeetingId meetingId, Invitee invitee) implements MeetingEvent {}

    @Revision("1")
    record InviteeRemoved(MeetingId meetingId, ParticipantId participantId, int sequence) implements MeetingEvent {}

    @Revision("1")
    record MeetingCancelled(MeetingId meetingId, String reason, int sequence) implements MeetingEvent {}

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

    @Revision("1")
    record LeadDidNotShow(MeetingId meetingId) implements MeetingEvent {}

    /** @param outcome one of the terminal states COMPLETED, ABANDONED, FAILED */
    @Revision("1")
    record MeetingEnded(MeetingId meetingId, MeetingStatus outcome, String reason) implements MeetingEvent {}

    @Revision("1")
    record SummaryWritten(MeetingId meetingId, MeetingSummary summary) implements MeetingEvent {}
}
