package dev.parley.command.interview;

import static dev.parley.api.interview.InterviewRefusal.ALREADY_COMPLETED;
import static dev.parley.api.interview.InterviewRefusal.ANSWER_DOES_NOT_FIT;
import static dev.parley.api.interview.InterviewRefusal.CONFIDENCE_OUT_OF_RANGE;
import static dev.parley.api.interview.InterviewRefusal.EVIDENCE_NEEDED;
import static dev.parley.api.interview.InterviewRefusal.HANDED_TO_HUMAN;
import static dev.parley.api.interview.InterviewRefusal.INTERVIEW_UNKNOWN;
import static dev.parley.api.interview.InterviewRefusal.LEAD_BY_AI;
import static dev.parley.api.interview.InterviewRefusal.MANDATORY_OPEN;
import static dev.parley.api.interview.InterviewRefusal.MOVE_IS_STALE;
import static dev.parley.api.interview.InterviewRefusal.NOT_PAUSED;
import static dev.parley.api.interview.InterviewRefusal.NOT_SAID_LATELY;
import static dev.parley.api.interview.InterviewRefusal.PAUSED;
import static dev.parley.api.interview.InterviewRefusal.QUESTION_NOT_IN_SET;
import static dev.parley.api.interview.InterviewRefusal.TOO_MANY_NOTES;
import static dev.parley.api.interview.MoveReason.CONFIRMING;
import static dev.parley.api.interview.MoveReason.COVERED_BY_HUMAN;
import static dev.parley.api.interview.MoveReason.LEAD_ASKED_TO_STOP;
import static dev.parley.api.interview.MoveReason.LEAD_IS_SILENT;
import static dev.parley.api.interview.MoveReason.TIME_IS_SHORT;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Command;
import dev.parley.api.Ids;
import dev.parley.api.Refused;
import dev.parley.api.interview.InterviewCommand.AskForMoment;
import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.HandInterviewToHuman;
import dev.parley.api.interview.InterviewCommand.NoteCutOff;
import dev.parley.api.interview.InterviewCommand.NoteLeadsQuestion;
import dev.parley.api.interview.InterviewCommand.NoteSilence;
import dev.parley.api.interview.InterviewCommand.PauseInterview;
import dev.parley.api.interview.InterviewCommand.RecordAnswer;
import dev.parley.api.interview.InterviewCommand.RestModel;
import dev.parley.api.interview.InterviewCommand.ResumeInterview;
import dev.parley.api.interview.InterviewCommand.SeatInterviewer;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewCommand.SwitchLanguage;
import dev.parley.api.interview.InterviewCommand.TakeTurn;
import dev.parley.api.interview.InterviewCommand.YieldFloor;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.FloorYielded;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.interview.InterviewEvent.InterviewHandedToHuman;
import dev.parley.api.interview.InterviewEvent.InterviewPaused;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewEvent.LanguageSwitched;
import dev.parley.api.interview.InterviewEvent.LeadStayedSilent;
import dev.parley.api.interview.InterviewEvent.LeadsQuestionNoted;
import dev.parley.api.interview.InterviewEvent.ModelRested;
import dev.parley.api.interview.InterviewEvent.MomentAsked;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewEvent.QuestionSkipped;
import dev.parley.api.interview.InterviewEvent.SpeechCutOff;
import dev.parley.api.interview.InterviewEvent.TurnTaken;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.transcript.SegmentId;
import dev.parley.command.CommandSide;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** The interview of one meeting: what was asked, what was understood, and who leads. */
@Aggregate(
        commandTargetResolver = CommandSide.TARGETS,
        cache = CommandSide.MEMORY,
        snapshotTriggerDefinition = CommandSide.SNAPSHOTS)
@Revision("4") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Interview {
    private static final int MOST_NOTES = 50;

    private enum Course {
        AI_LEADS,
        PAUSED,
        HUMAN_LEADS,
        COMPLETED
    }

    @AggregateIdentifier
    private InterviewId interviewId;

    private InterviewerSeated seat;
    private Course course;
    private Moves moves = new Moves();
    private Coverage coverage = new Coverage();
    private Set<SegmentId> noted = new HashSet<>();
    private String language = "";
    private Optional<Rest> rest = Optional.empty();

    Interview() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (seat != null && !seat.tenant().equals(command.by().tenant())) throw new Refused(INTERVIEW_UNKNOWN);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(SeatInterviewer command) {
        if (seat != null) return getVersion();
        apply(new InterviewerSeated(
                command.interviewId(),
                command.meetingId(),
                command.by().tenant(),
                ParticipantId.interviewerOf(command.meetingId()),
                command.questionSet()));
        return getVersion();
    }

    @CommandHandler
    Long handle(AskQuestion command) {
        mayMove(command.move());
        var question = question(command.questionId());
        if (command.reason() == CONFIRMING) coverage.mayBeConfirmed(question);
        else coverage.mayBeAsked(question, command.followUp());
        apply(new QuestionAsked(
                interviewId,
                seat.meetingId(),
                moves.next(),
                command.questionId(),
                command.followUp(),
                command.text(),
                command.reason(),
                nextSegment()));
        return getVersion();
    }

    @CommandHandler
    Long handle(TakeTurn command) {
        mayMove(command.move());
        apply(new TurnTaken(
                interviewId, seat.meetingId(), moves.next(), command.text(), command.reason(), nextSegment()));
        return getVersion();
    }

    @CommandHandler
    Long handle(YieldFloor command) {
        mayMove(command.move());
        apply(new FloorYielded(
                interviewId, seat.meetingId(), moves.next(), command.participantId(), command.text(), nextSegment()));
        return getVersion();
    }

    @CommandHandler
    Long handle(AskForMoment command) {
        mayMove(command.move());
        if (moves.isMomentAsked()) return getVersion();
        var segment = new SegmentId(Ids.named("moment", interviewId, moves.made()));
        apply(new MomentAsked(interviewId, seat.meetingId(), command.text(), segment));
        return getVersion();
    }

    /** After the end it does not matter any more. */
    @CommandHandler
    Long handle(NoteCutOff command) {
        if (course == Course.COMPLETED || moves.isCutOff(command.segmentId())) return getVersion();
        if (!moves.areLately(command.segmentId(), interviewId)) throw new Refused(NOT_SAID_LATELY, "segmentId");
        apply(new SpeechCutOff(interviewId, seat.meetingId(), command.segmentId(), command.characters()));
        return getVersion();
    }

    /** Whoever has counted the seconds does not know what was said meanwhile: what comes late is nothing. */
    @CommandHandler
    Long handle(NoteSilence command) {
        var silent = new LeadStayedSilent(interviewId, seat.meetingId(), moves.made(), command.rung());
        var isNews = course == Course.AI_LEADS && command.after().equals(Moves.words(interviewId, moves.made()));
        if (isNews && !moves.isKnown(silent)) apply(silent);
        return getVersion();
    }

    @CommandHandler
    Long handle(RecordAnswer command) {
        notCompleted();
        var question = question(command.questionId());
        var answer = command.answer();
        if (answer.evidence().isEmpty()) throw new Refused(EVIDENCE_NEEDED, "evidence");
        if (!(answer.confidence() >= 0 && answer.confidence() <= 1))
            throw new Refused(CONFIDENCE_OUT_OF_RANGE, "confidence");
        if (!AnswerContract.fits(question, answer.value())) throw new Refused(ANSWER_DOES_NOT_FIT, "value");
        if (coverage.knows(command.questionId(), answer)) return getVersion();
        apply(new AnswerRecorded(interviewId, seat.meetingId(), command.questionId(), answer));
        return getVersion();
    }

    @CommandHandler
    Long handle(SkipQuestion command) {
        notCompleted();
        question(command.questionId());
        if (command.reason() == COVERED_BY_HUMAN && course != Course.HUMAN_LEADS) throw new Refused(LEAD_BY_AI);
        if (coverage.isSkipped(command.questionId(), command.reason())) return getVersion();
        apply(new QuestionSkipped(interviewId, seat.meetingId(), command.questionId(), command.reason()));
        return getVersion();
    }

    @CommandHandler
    Long handle(NoteLeadsQuestion command) {
        notCompleted();
        if (noted.contains(command.segmentId())) return getVersion();
        if (noted.size() >= MOST_NOTES) throw new Refused(TOO_MANY_NOTES);
        apply(new LeadsQuestionNoted(interviewId, seat.meetingId(), command.segmentId(), command.text()));
        return getVersion();
    }

    @CommandHandler
    Long handle(SwitchLanguage command) {
        notCompleted();
        if (command.language().equals(language)) return getVersion();
        apply(new LanguageSwitched(interviewId, seat.meetingId(), command.language()));
        return getVersion();
    }

    /** Said once for as long as it lasts. */
    @CommandHandler
    Long handle(RestModel command) {
        if (course == Course.COMPLETED
                || rest.filter(known -> known.covers(command)).isPresent()) return getVersion();
        apply(new ModelRested(interviewId, seat.meetingId(), command.model(), command.trouble(), command.until()));
        return getVersion();
    }

    @CommandHandler
    Long handle(PauseInterview command) {
        notCompleted();
        if (course == Course.HUMAN_LEADS) throw new Refused(HANDED_TO_HUMAN);
        if (course == Course.PAUSED) return getVersion();
        apply(new InterviewPaused(interviewId, seat.meetingId(), command.reason()));
        return getVersion();
    }

    /** After a pause, and also when a person who had taken over gives the floor back. */
    @CommandHandler
    Long handle(ResumeInterview command) {
        notCompleted();
        if (course == Course.AI_LEADS) throw new Refused(NOT_PAUSED);
        apply(new InterviewResumed(interviewId, seat.meetingId()));
        return getVersion();
    }

    @CommandHandler
    Long handle(HandInterviewToHuman command) {
        notCompleted();
        if (course == Course.HUMAN_LEADS) return getVersion();
        apply(new InterviewHandedToHuman(interviewId, seat.meetingId()));
        return getVersion();
    }

    @CommandHandler
    Long handle(CompleteInterview command) {
        if (course == Course.COMPLETED) return getVersion();
        if (!mayLeaveOpen(command.reason()) && coverage.isMandatoryOpen(seat.questionSet()))
            throw new Refused(MANDATORY_OPEN);
        apply(new InterviewCompleted(interviewId, seat.meetingId(), command.reason()));
        return getVersion();
    }

    private void mayMove(int plannedAfter) {
        switch (course) {
            case AI_LEADS -> {}
            case PAUSED -> throw new Refused(PAUSED);
            case HUMAN_LEADS -> throw new Refused(HANDED_TO_HUMAN);
            case COMPLETED -> throw new Refused(ALREADY_COMPLETED);
        }
        if (plannedAfter != moves.made()) throw new Refused(MOVE_IS_STALE, "move");
    }

    private void notCompleted() {
        if (course == Course.COMPLETED) throw new Refused(ALREADY_COMPLETED);
    }

    private Question question(QuestionId id) {
        return seat.questionSet().questions().stream()
                .filter(question -> question.questionId().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(QUESTION_NOT_IN_SET, "questionId"));
    }

    /** The lead may always stop, time may run out, and a person who leads asks what they like. */
    private boolean mayLeaveOpen(MoveReason reason) {
        return reason == LEAD_ASKED_TO_STOP
                || reason == LEAD_IS_SILENT
                || reason == TIME_IS_SHORT
                || course == Course.HUMAN_LEADS;
    }

    private SegmentId nextSegment() {
        return Moves.words(interviewId, moves.next());
    }

    @EventSourcingHandler
    void on(InterviewEvent event) {
        switch (event) {
            case InterviewerSeated seated -> {
                interviewId = seated.interviewId();
                seat = seated;
                course = Course.AI_LEADS;
            }
            case QuestionAsked asked -> {
                moves.made(asked.move());
                coverage.asked(asked);
            }
            case TurnTaken turn -> moves.made(turn.move());
            case FloorYielded yielded -> moves.made(yielded.move());
            case MomentAsked _ -> moves.momentAsked();
            case SpeechCutOff cut -> moves.cutOff(cut);
            case LeadStayedSilent silent -> moves.silent(silent);
            case AnswerRecorded answer -> coverage.answered(answer);
            case QuestionSkipped skip -> coverage.skipped(skip);
            case LeadsQuestionNoted note -> noted.add(note.segmentId());
            case LanguageSwitched switched -> language = switched.language();
            case ModelRested rested -> rest = Optional.of(new Rest(rested.trouble(), rested.until()));
            case InterviewPaused _ -> course = Course.PAUSED;
            case InterviewResumed _ -> course = Course.AI_LEADS;
            case InterviewHandedToHuman _ -> course = Course.HUMAN_LEADS;
            case InterviewCompleted _ -> course = Course.COMPLETED;
        }
    }
}
