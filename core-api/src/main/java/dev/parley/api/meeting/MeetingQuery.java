package dev.parley.api.meeting;

import dev.parley.api.TenantId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.lead.LeadId;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.series.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What people ask about meetings, and the answers' shapes. */
public sealed interface MeetingQuery {

    /** Answered with {@code Optional<MeetingPage>}. */
    record FindMeeting(TenantId tenant, MeetingId meetingId) implements MeetingQuery {}

    /** One line of the agenda. */
    record AgendaEntry(
            MeetingId meetingId,
            String title,
            String meetingType,
            String hostId,
            String hostName,
            LeadId leadId,
            String leadName,
            Instant start,
            Instant end,
            LocalDateTime localStart,
            ZoneId zone,
            int durationMinutes,
            MeetingStatus status,
            InterviewerKind interviewer,
            Optional<Occurrence> series,
            Optional<Response> leadResponse,
            long version) {}

    /**
     * A meeting as its page and its room need it.
     *
     * @param disclosure what the interviewer has said about being an AI, so that a room that starts again can show it
     */
    record MeetingPage(
            MeetingId meetingId,
            TenantId tenant,
            String title,
            String meetingType,
            RoomId roomId,
            String hostId,
            String hostName,
            LeadId leadId,
            String leadName,
            Instant start,
            Instant end,
            LocalDateTime localStart,
            ZoneId zone,
            int durationMinutes,
            MeetingStatus status,
            InterviewerKind interviewer,
            String questionSetTitle,
            int questionSetVersion,
            List<Duration> reminders,
            int sequence,
            List<InviteeLine> invitees,
            List<QuestionLine> questions,
            Optional<String> disclosure,
            Optional<MeetingSummary> summary,
            Optional<Instant> summaryApprovedAt,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            String endReason,
            Optional<CancelledBy> cancelledBy,
            Optional<Occurrence> series,
            Door door,
            long version) {}

    /**
     * Who may come in just now, and who of those inside asks for the floor, in the order they asked.
     *
     * @param locked whether even those must wait who could walk in otherwise
     */
    record Door(EntryPolicy entry, boolean locked, List<ParticipantId> hands) {
        public static final Door USUAL = new Door(EntryPolicy.INVITED, false, List.of());
    }

    /**
     * @param inRoom whether the person is in the room now
     * @param response to the time that stands; a new time asks again
     * @param proposal of another time, until the host has decided on it
     */
    record InviteeLine(
            ParticipantId participantId,
            String name,
            String email,
            Invitee.Role role,
            boolean inRoom,
            boolean consented,
            Optional<Response> response,
            Optional<Instant> respondedAt,
            Optional<ProposedTime> proposal) {

        /** Nothing was heard from them yet. */
        public InviteeLine(
                ParticipantId participantId,
                String name,
                String email,
                Invitee.Role role,
                boolean inRoom,
                boolean consented) {
            this(
                    participantId,
                    name,
                    email,
                    role,
                    inRoom,
                    consented,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** How far the interview has come with one question. */
    record QuestionLine(
            QuestionId questionId,
            String text,
            boolean mandatory,
            State state,
            int followUps,
            Optional<String> answer,
            Optional<Double> confidence,
            Optional<MoveReason> reason) {

        public enum State {
            OPEN,
            ASKED,
            ANSWERED,
            SKIPPED
        }
    }
}
