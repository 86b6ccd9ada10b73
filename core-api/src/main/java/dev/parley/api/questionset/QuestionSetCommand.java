package dev.parley.api.questionset;

import dev.parley.api.Accepted;
import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Shape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a question set can be asked to do. */
public sealed interface QuestionSetCommand extends Command {
    QuestionSetId questionSetId();

    record DraftQuestionSet(
            @TargetAggregateIdentifier QuestionSetId questionSetId,
            Actor by,
            Instant at,
            String title,
            String category,
            List<Question> questions)
            implements QuestionSetCommand {
        public DraftQuestionSet {
            title = Shape.line("title", title, Shape.TITLE);
            category = Shape.line("category", category, 80);
            questions = Shape.atMost(100, "questions", questions);
        }
    }

    /** Whatever is absent stays as it is. */
    record ReviseQuestionSet(
            @TargetAggregateIdentifier QuestionSetId questionSetId,
            Actor by,
            Instant at,
            Optional<String> title,
            Optional<String> category)
            implements QuestionSetCommand {
        public ReviseQuestionSet {
            title = title.map(text -> Shape.line("title", text, Shape.TITLE));
            category = category.map(text -> Shape.line("category", text, 80));
        }
    }

    record AddQuestion(@TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at, Question question)
            implements QuestionSetCommand {}

    record ReviseQuestion(
            @TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at, Question question)
            implements QuestionSetCommand {}

    record RemoveQuestion(
            @TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at, QuestionId questionId)
            implements QuestionSetCommand {}

    record ReorderQuestions(
            @TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at, List<QuestionId> order)
            implements QuestionSetCommand {
        public ReorderQuestions {
            order = Shape.atMost(100, "order", order);
        }
    }

    /** Answers with {@link Published}. */
    record PublishQuestionSet(@TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at)
            implements QuestionSetCommand {}

    /** @param number of the published version, from 1; not to be confused with the stream's version */
    record Published(int number, long version) implements Accepted {}

    record RetireQuestionSet(@TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at)
            implements QuestionSetCommand {}

    /** Answers with the newest published version ({@link PinnedQuestionSet}), or refuses; changes nothing. */
    record PinQuestionSet(@TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at)
            implements QuestionSetCommand {}
}
