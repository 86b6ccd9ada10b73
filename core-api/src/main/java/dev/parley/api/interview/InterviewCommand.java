package dev.parley.api.interview;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.ShapeRefusal;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything an interview can be asked to do. Whoever plans a move says after how many moves it was planned
 * ({@code move}); if the interview has gone on since, the move is refused as stale and nothing is said twice.
 */
public sealed interface InterviewCommand extends Command {
    InterviewId interviewId();

    /** Exactly one interviewer sits in an interview; seating it again is accepted and changes nothing. */
    record SeatInterviewer(
            @TargetAggregateIdentifier InterviewId interviewId,
            Actor by,
            Instant at,
            MeetingId meetingId,
            PinnedQuestionSet questionSet)
            implements InterviewCommand {}

    /** @param followUp 0 for the question itself, 1 for the first follow-up, and so on */
    record AskQuestion(
            @TargetAggregateIdentifier InterviewId interviewId,
            Actor by,
            Instant at,
            int move,
            QuestionId questionId,
            int followUp,
            String text,
            MoveReason reason)
            implements InterviewCommand {
        public AskQuestion {
            text = Shape.paragraphs("text", text, 2_000);
        }
    }

    /** The interviewer says something that is not a question of the set: thanks, recap, goodbye. */
    record TakeTurn(
            @TargetAggregateIdentifier InterviewId interviewId,
            Actor by,
            Instant at,
            int move,
            String text,
            MoveReason reason)
            implements InterviewCommand {
        public TakeTurn {
            text = Shape.paragraphs("text", text, 2_000);
        }
    }

    /** Lets somebody speak who asked to. */
    record YieldFloor(
            @TargetAggregateIdentifier InterviewId interviewId,
            Actor by,
            Instant at,
            int move,
            ParticipantId participantId,
            String text)
            implements InterviewCommand {
        public YieldFloor {
            text = Shape.paragraphs("text", text, 2_000);
        }
    }

    /** @param move after which the moment is needed; once for each, and not when the next one has been made */
    record AskForMoment(@TargetAggregateIdentifier InterviewId interviewId, Actor by, Instant at, int move, String text)
            implements InterviewCommand {
        public AskForMoment {
            text = Shape.paragraphs("text", text, 2_000);
        }
    }

    /** Somebody cut in on what the interviewer said under this id, and the lead has heard so many characters of it. */
    record NoteCutOff(
            @TargetAggregateIdentifier InterviewId interviewId,
            Actor by,
            Instant at,
            SegmentId segmentId,
            int characters)
            implements InterviewCommand {
        public NoteCutOff {
            if (characters < 0 || characters > Shape.TEXT)
                throw new Refused(ShapeRefusal.MALFORMED_NUMBER, "characters");
        }
    }

    /** After these words of the interviewer nobody has said anything for so long; where somebody has, it is nothing. */
    record NoteSilence(
            @TargetAggregateIdentifier InterviewId interviewId, Actor by, Instant at, SegmentId after, Silence rung)
            implements InterviewCommand {}

    record RecordAnswer(
            @TargetAggregateIdentifier InterviewId interviewId,
            Actor by,
            Instant at,
            QuestionId questionId,
            Answer answer)
            implements InterviewCommand {}

    record SkipQuestion(
            @TargetAggregateIdentifier InterviewId interviewId,
            Actor by,
            Instant at,
            QuestionId questionId,
            MoveReason reason)
            implements InterviewCommand {}

    /** Leaves what the lead wants to know to a colleague; the same words are noted once. */
    record NoteLeadsQuestion(
            @TargetAggregateIdentifier InterviewId interviewId, Actor by, Instant at, SegmentId segmentId, String text)
            implements InterviewCommand {
        public NoteLeadsQuestion {
            text = Shape.paragraphs("text", text, 1_000);
        }
    }

    /** @param language as in BCP 47, for instance {@code de} */
    record SwitchLanguage(@TargetAggregateIdentifier InterviewId interviewId, Actor by, Instant at, String language)
            implements InterviewCommand {
        public SwitchLanguage {
            language = Shape.line("language", language, 35);
        }
    }

    /** The model behind the interviewer gives no answers; simpler rules go on until it does again. */
    record RestModel(
            @TargetAggregateIdentifier InterviewId interviewId,
            Actor by,
            Instant at,
            String model,
            ModelTrouble trouble,
            Instant until)
            implements InterviewCommand {
        public RestModel {
            model = Shape.line("model", model, 200);
        }
    }

    record PauseInterview(@TargetAggregateIdentifier InterviewId interviewId, Actor by, Instant at, String reason)
            implements InterviewCommand {}

    record ResumeInterview(@TargetAggregateIdentifier InterviewId interviewId, Actor by, Instant at)
            implements InterviewCommand {}

    record HandInterviewToHuman(@TargetAggregateIdentifier InterviewId interviewId, Actor by, Instant at)
            implements InterviewCommand {}

    record CompleteInterview(
            @TargetAggregateIdentifier InterviewId interviewId, Actor by, Instant at, MoveReason reason)
            implements InterviewCommand {}
}
