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

    /**
     * Puts a question elsewhere.
     *
     * @param after the question that it comes behind; first of all if absent
     * @param category that it belongs to from now on; the same as before if absent
     * @param seen the order that its mover saw: who saw another one is refused, and may merge
     */
    record MoveQuestion(
            @TargetAggregateIdentifier QuestionSetId questionSetId,
            Actor by,
            Instant at,
            QuestionId questionId,
            Optional<QuestionId> after,
            Optional<String> category,
            List<QuestionId> seen)
            implements QuestionSetCommand {
        public MoveQuestion {
            category = category.map(text -> Shape.optionalLine("category", text, 80));
            seen = Shape.atMost(100, "seen", seen);
        }
    }

    /** Answers with the {@link Draft} as it is; changes nothing. */
    record ConfirmDraft(@TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at)
            implements QuestionSetCommand {}

    /** What people work on. */
    record Draft(
            QuestionSetId questionSetId,
            String title,
            String category,
            Languages languages,
            List<Question> questions,
            long version)
            implements Accepted {}

    /** Says which languages the set is for. */
    record OfferLanguages(
            @TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at, Languages languages)
            implements QuestionSetCommand {}

    /** Makes the draft this, whole; and the set, if there was none. */
    record ImportQuestionSet(
            @TargetAggregateIdentifier QuestionSetId questionSetId,
            Actor by,
            Instant at,
            String title,
            String category,
            Languages languages,
            List<Question> questions)
            implements QuestionSetCommand {
        public ImportQuestionSet {
            title = Shape.line("title", title, Shape.TITLE);
            category = Shape.line("category", category, 80);
            questions = Shape.atMost(100, "questions", questions);
        }
    }

    /** Lays a question beside the draft, for people to decide on. */
    record SuggestQuestion(
            @TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at, Suggestion suggestion)
            implements QuestionSetCommand {}

    /** @param question as it is taken over: whoever accepts it may have reworded it */
    record AcceptSuggestion(
            @TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at, Question question)
            implements QuestionSetCommand {}

    record DismissSuggestion(
            @TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at, QuestionId questionId)
            implements QuestionSetCommand {}

    /**
     * Answers with {@link Published}.
     *
     * @param languages beside the set's own; all that it is for if absent
     */
    record PublishQuestionSet(
            @TargetAggregateIdentifier QuestionSetId questionSetId,
            Actor by,
            Instant at,
            Optional<List<String>> languages)
            implements QuestionSetCommand {
        public PublishQuestionSet {
            languages = languages.map(tags -> Shape.each("languages", tags, Languages.MOST, Shape::language));
        }

        /** In all languages that the set is for. */
        public PublishQuestionSet(QuestionSetId questionSetId, Actor by, Instant at) {
            this(questionSetId, by, at, Optional.empty());
        }
    }

    /** @param number of the published version, from 1; not to be confused with the stream's version */
    record Published(int number, long version) implements Accepted {}

    record RetireQuestionSet(@TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at)
            implements QuestionSetCommand {}

    /**
     * Answers with the newest published version ({@link PinnedQuestionSet}), or refuses; changes nothing.
     *
     * @param language to ask in; the set's own if absent
     */
    record PinQuestionSet(
            @TargetAggregateIdentifier QuestionSetId questionSetId, Actor by, Instant at, Optional<String> language)
            implements QuestionSetCommand {
        public PinQuestionSet {
            language = language.map(tag -> Shape.language("language", tag));
        }

        public PinQuestionSet(QuestionSetId questionSetId, Actor by, Instant at) {
            this(questionSetId, by, at, Optional.empty());
        }
    }
}
