package dev.parley.api.questionset;

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

    /** The draft and the newest published version. */
    record QuestionSetPage(
            QuestionSetId questionSetId,
            String title,
            String category,
            List<Question> draft,
            Optional<PinnedQuestionSet> published,
            boolean retired,
            long version)
            implements QuestionSetQuery {}
}
