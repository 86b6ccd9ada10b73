package dev.parley.command.interview;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.Samples.qualification;
import static dev.parley.api.Samples.question;
import static dev.parley.api.Samples.segment;

import dev.parley.api.Ids;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.interview.InterviewEvent.InterviewHandedToHuman;
import dev.parley.api.interview.InterviewEvent.InterviewPaused;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewEvent.QuestionSkipped;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionType;
import dev.parley.api.transcript.SegmentId;
import java.util.List;

/** The interview of the discovery call in the words of its commands and events. */
final class Talk {
    static final InterviewId talk = InterviewId.of(discoveryCall);
    static final InterviewerSeated seated =
            new InterviewerSeated(talk, discoveryCall, demo, parleyInTheRoom.participantId(), qualification);
    static final Question elsewhere = question("Elsewhere?", QuestionType.OPEN, false, 0, Signal.NONE);
    static final InterviewPaused paused = new InterviewPaused(talk, discoveryCall, "phone rings");
    static final InterviewHandedToHuman handed = new InterviewHandedToHuman(talk, discoveryCall);
    static final InterviewCompleted completed = new InterviewCompleted(talk, discoveryCall, MoveReason.ALL_COVERED);

    private Talk() {}

    static AskQuestion ask(int move, Question question, int followUp) {
        return new AskQuestion(
                talk, parley, now, move, question.questionId(), followUp, question.text(), MoveReason.NEXT_IN_ORDER);
    }

    static QuestionAsked asked(int move, Question question, int followUp) {
        return new QuestionAsked(
                talk,
                discoveryCall,
                move,
                question.questionId(),
                followUp,
                question.text(),
                MoveReason.NEXT_IN_ORDER,
                said(move));
    }

    static SegmentId said(int move) {
        return new SegmentId(Ids.named("said", talk, move));
    }

    static AnswerRecorded answered(Question question, String value) {
        return new AnswerRecorded(talk, discoveryCall, question.questionId(), answer(value));
    }

    static Answer answer(String value) {
        return new Answer(value, 0.9, List.of(segment(1)), value);
    }

    static QuestionSkipped skipped(Question question, MoveReason reason) {
        return new QuestionSkipped(talk, discoveryCall, question.questionId(), reason);
    }
}
