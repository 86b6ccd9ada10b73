package dev.parley.command.questionset;

import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.uuid;

import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetPublished;
import dev.parley.api.questionset.QuestionSetId;
import java.util.List;

/** The set of questions that the tests are about. */
final class Basics {
    static final QuestionSetId basics = new QuestionSetId(uuid("basics"));
    static final QuestionSetDrafted drafted =
            new QuestionSetDrafted(basics, demo, "Basics", "general", List.of(need, budget));
    static final QuestionSetPublished first = published(1, "Basics", need, budget);

    private Basics() {}

    static QuestionSetPublished published(int number, String title, Question... questions) {
        return new QuestionSetPublished(basics, new PinnedQuestionSet(basics, number, title, List.of(questions)));
    }
}
