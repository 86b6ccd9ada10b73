package dev.parley.command.questionset;

import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plays an interview with a simulated lead. Nothing of it is stored or sent anywhere; it may take seconds. */
public interface Rehearsals {

    Rehearsal rehearse(PinnedQuestionSet questions, Manner manner, Duration length);

    /** How the simulated lead answers. */
    enum Manner {
        HELPFUL,
        TERSE,
        EVASIVE
    }

    /** @param minutes that it would take to say all that, rounded up */
    record Rehearsal(
            List<Said> lines, List<Heard> answers, List<Left> leftAside, int minutes, Optional<String> ended) {}

    /** @param reason for the interviewer's move, as in the interview's own words */
    record Said(Speaker speaker, String text, Optional<QuestionId> questionId, Optional<String> reason) {}

    record Heard(QuestionId questionId, String value, double confidence) {}

    record Left(QuestionId questionId, String reason) {}

    /** Who speaks. */
    enum Speaker {
        INTERVIEWER,
        LEAD
    }
}
