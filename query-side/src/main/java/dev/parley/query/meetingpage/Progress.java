package dev.parley.query.meetingpage;

import static dev.parley.api.meeting.MeetingQuery.QuestionLine.State.ANSWERED;
import static dev.parley.api.meeting.MeetingQuery.QuestionLine.State.ASKED;
import static dev.parley.api.meeting.MeetingQuery.QuestionLine.State.OPEN;
import static dev.parley.api.meeting.MeetingQuery.QuestionLine.State.SKIPPED;

import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewEvent.QuestionSkipped;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.MeetingQuery.QuestionLine;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How far an interview has come: an answer stays an answer, whatever is asked or skipped afterwards. */
record Progress(List<QuestionLine> lines) {

    static Progress through(PinnedQuestionSet set) {
        return new Progress(set.questions().stream()
                .map(question -> new QuestionLine(
                        question.questionId(),
                        question.text(),
                        question.mandatory(),
                        OPEN,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .toList());
    }

    Progress asked(QuestionAsked e) {
        return change(e.questionId(), line -> moved(line, ASKED, Math.max(line.followUps(), e.followUp()), e.reason()));
    }

    Progress skipped(QuestionSkipped e) {
        return change(e.questionId(), line -> moved(line, SKIPPED, line.followUps(), e.reason()));
    }

    Progress answered(AnswerRecorded e) {
        return change(
                e.questionId(),
                line -> new QuestionLine(
                        line.questionId(),
                        line.text(),
                        line.mandatory(),
                        ANSWERED,
                        line.followUps(),
                        Optional.of(e.answer().value()),
                        Optional.of(e.answer().confidence()),
                        line.reason()));
    }

    private static QuestionLine moved(QuestionLine line, QuestionLine.State state, int followUps, MoveReason reason) {
        return new QuestionLine(
                line.questionId(),
                line.text(),
                line.mandatory(),
                line.state() == ANSWERED ? ANSWERED : state,
                followUps,
                line.answer(),
                line.confidence(),
                Optional.of(reason));
    }

    private Progress change(QuestionId id, UnaryOperator<QuestionLine> change) {
        return new Progress(lines.stream()
                .map(line -> line.questionId().equals(id) ? change.apply(line) : line)
                .toList());
    }
}
