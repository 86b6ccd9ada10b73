package dev.parley.command.interview;

import static dev.parley.api.interview.InterviewRefusal.ALREADY_ANSWERED;
import static dev.parley.api.interview.InterviewRefusal.CONFIRMED_ALREADY;
import static dev.parley.api.interview.InterviewRefusal.MOVE_IS_STALE;
import static dev.parley.api.interview.InterviewRefusal.NOTHING_TO_CONFIRM;
import static dev.parley.api.interview.InterviewRefusal.NOT_ASKED;
import static dev.parley.api.interview.InterviewRefusal.TOO_MANY_FOLLOW_UPS;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Refused;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewEvent.QuestionSkipped;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What became of each question, and so which may be asked (again). */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
final class Coverage {
    private Map<QuestionId, Integer> followUps = new HashMap<>();
    private Map<QuestionId, Answer> answers = new HashMap<>();
    private Map<QuestionId, MoveReason> skipped = new HashMap<>();
    private Set<QuestionId> confirmed = new HashSet<>();

    /** A question may be put again while it is open (it was parked); follow-ups come one after the other, up to a bound. */
    void mayBeAsked(Question question, int followUp) {
        var asked = followUps.get(question.questionId());
        if (followUp == 0) {
            if (answers.containsKey(question.questionId())) throw new Refused(ALREADY_ANSWERED);
            return;
        }
        if (followUp > question.maxFollowUps()) throw new Refused(TOO_MANY_FOLLOW_UPS, "followUp");
        if (asked == null || followUp > asked + 1) throw new Refused(NOT_ASKED, "followUp");
        if (followUp <= asked) throw new Refused(MOVE_IS_STALE, "followUp");
    }

    /** Beside the follow-ups, because a misheard number costs more than a short question; but only once. */
    void mayBeConfirmed(Question question) {
        if (!answers.containsKey(question.questionId())) throw new Refused(NOTHING_TO_CONFIRM, "questionId");
        if (confirmed.contains(question.questionId())) throw new Refused(CONFIRMED_ALREADY, "questionId");
    }

    boolean knows(QuestionId question, Answer answer) {
        return answer.equals(answers.get(question));
    }

    boolean isSkipped(QuestionId question, MoveReason reason) {
        return reason == skipped.get(question);
    }

    boolean isMandatoryOpen(PinnedQuestionSet set) {
        return set.questions().stream()
                .filter(Question::mandatory)
                .map(Question::questionId)
                .anyMatch(id -> !answers.containsKey(id) && !skipped.containsKey(id));
    }

    void asked(QuestionAsked asked) {
        followUps.merge(asked.questionId(), asked.followUp(), Math::max);
        if (asked.reason() == MoveReason.CONFIRMING) confirmed.add(asked.questionId());
    }

    void answered(AnswerRecorded answer) {
        answers.put(answer.questionId(), answer.answer());
    }

    void skipped(QuestionSkipped skip) {
        skipped.put(skip.questionId(), skip.reason());
    }
}
