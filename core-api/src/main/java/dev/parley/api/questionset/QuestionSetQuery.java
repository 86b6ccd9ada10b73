package dev.parley.api.questionset;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Optional;

/** What people ask about question sets, and the answers' shapes. */
public sealed interface QuestionSetQuery {

    /** One line of the library; {@code publishedVersion} is absent while there is only a draft. */
    record QuestionSetLine(
            QuestionSetId questionSetId,
            String title,
            String category,
            int questions,
            Optional<Integer> publishedVersion,
            boolean draftDiffers,
            boolean retired,
            long version)
            implements QuestionSetQuery {}

    /**
     * The draft and the newest published version.
     *
     * @param missing what keeps the draft from being published in all its languages
     * @param suggestions to decide on
     */
    record QuestionSetPage(
            QuestionSetId questionSetId,
            String title,
            String category,
            List<Question> draft,
            Optional<PinnedQuestionSet> published,
            boolean retired,
            long version,
            Languages languages,
            List<MissingTranslation> missing,
            List<Suggestion> suggestions)
            implements QuestionSetQuery {

        /** Older pages lie in the view without what came later. */
        public QuestionSetPage {
            languages = requireNonNullElse(languages, Languages.NOT_SAID);
            missing = requireNonNullElse(missing, List.of());
            suggestions = requireNonNullElse(suggestions, List.of());
        }
    }

    /** A language that a set is for, and a question that has no words in it. */
    record MissingTranslation(String language, QuestionId questionId) implements QuestionSetQuery {}
}
