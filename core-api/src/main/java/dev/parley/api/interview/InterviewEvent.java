package dev.parley.api.interview;

import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Everything that can happen in an interview. */
public sealed interface InterviewEvent extends Event {
    InterviewId interviewId();

    MeetingId meetingId();

    @Revision("1")
    record InterviewerSeated(
            InterviewId interviewId,
            MeetingId meetingId,
            TenantId tenant,
            ParticipantId interviewer,
            PinnedQuestionSet questionSet)
            implements InterviewEvent {}

    /** The interviewer says something, to be heard and to stand in the transcript under this id. */
    sealed interface Spoken extends InterviewEvent {
        SegmentId segmentId();

        String text();
    }

    /**
     * @param move how many times the interviewer has spoken, counting this
     * @param segmentId under which the words stand in the transcript
     */
    @Revision("1")
    record QuestionAsked(
            InterviewId interviewId,
            MeetingId meetingId,
            int move,
            QuestionId questionId,
            int followUp,
            String text,
            MoveReason reason,
            SegmentId segmentId)
            implements Spoken {}

    @Revision("1")
    record TurnTaken(
            InterviewId interviewId, MeetingId meetingId, int move, String text, MoveReason reason, SegmentId segmentId)
            implements Spoken {}

    /** The interviewer asks somebody by name to speak, and is silent until they have. */
    @Revision("1")
    record FloorYielded(
            InterviewId interviewId,
            MeetingId meetingId,
            int move,
            ParticipantId participantId,
            String text,
            SegmentId segmentId)
            implements Spoken {}

    /** It takes longer to think, and says so: no move, for what was said before still waits for one. */
    @Revision("1")
    record MomentAsked(InterviewId interviewId, MeetingId meetingId, String text, SegmentId segmentId)
            implements Spoken {}

    /**
     * Somebody cut in on these words: what the lead has not heard was not said.
     *
     * @param characters that the lead heard, in whole sentences from the beginning
     */
    @Revision("1")
    record SpeechCutOff(InterviewId interviewId, MeetingId meetingId, SegmentId segmentId, int characters)
            implements InterviewEvent {}

    /** @param move after which the lead has said nothing */
    @Revision("1")
    record LeadStayedSilent(InterviewId interviewId, MeetingId meetingId, int move, Silence rung)
            implements InterviewEvent {}

    @Revision("1")
    record AnswerRecorded(InterviewId interviewId, MeetingId meetingId, QuestionId questionId, Answer answer)
            implements InterviewEvent {}

    @Revision("1")
    record QuestionSkipped(InterviewId interviewId, MeetingId meetingId, QuestionId questionId, MoveReason reason)
            implements InterviewEvent {}

    /** A colleague owes the lead an answer. */
    @Revision("1")
    record LeadsQuestionNoted(InterviewId interviewId, MeetingId meetingId, SegmentId segmentId, String text)
            implements InterviewEvent {}

    @Revision("1")
    record LanguageSwitched(InterviewId interviewId, MeetingId meetingId, String language) implements InterviewEvent {}

    /** For the host to know: the interviewer is less clever for a while. */
    @Revision("1")
    record ModelRested(InterviewId interviewId, MeetingId meetingId, String model, ModelTrouble trouble, Instant until)
            implements InterviewEvent {}

    @Revision("1")
    record InterviewPaused(InterviewId interviewId, MeetingId meetingId, String reason) implements InterviewEvent {}

    @Revision("1")
    record InterviewResumed(InterviewId interviewId, MeetingId meetingId) implements InterviewEvent {}

    @Revision("1")
    record InterviewHandedToHuman(InterviewId interviewId, MeetingId meetingId) implements InterviewEvent {}

    @Revision("1")
    record InterviewCompleted(InterviewId interviewId, MeetingId meetingId, MoveReason reason)
            implements InterviewEvent {}
}
