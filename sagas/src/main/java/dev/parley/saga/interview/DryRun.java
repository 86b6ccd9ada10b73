package dev.parley.saga.interview;

import dev.parley.api.interview.Answer;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays an interview as it would go, with nobody: nothing is stored, sent or said to anybody. May take seconds. */
public interface DryRun {

    /** @param length for which the meeting is scheduled */
    Script play(Interviewer interviewer, PinnedQuestionSet questions, Duration length, Lead lead);

    /** Who answers. */
    interface Lead {
        /** @param asked the question on the table */
        String answer(Question asked, String words);
    }

    /**
     * @param length how long it took to say all that, by how fast people speak
     * @param ended why, if it did
     */
    record Script(
            List<Line> lines,
            Map<QuestionId, Answer> answers,
            Map<QuestionId, MoveReason> leftAside,
            Duration length,
            Optional<MoveReason> ended) {}

    /** @param reason for the interviewer's move; absent where the lead speaks */
    record Line(String text, Optional<QuestionId> questionId, Optional<MoveReason> reason) {}
}
