package dev.parley.api.questionset;

import dev.parley.api.AnsweringEvent;
import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.questionset.QuestionSetCommand.Published;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a question set. */
public sealed interface QuestionSetEvent extends Event {
    QuestionSetId questionSetId();

    @Revision("1")
    record QuestionSetDrafted(
            QuestionSetId questionSetId, TenantId tenant, String title, String category, List<Question> questions)
            implements QuestionSetEvent {}

    @Revision("1")
    record QuestionSetRevised(QuestionSetId questionSetId, String title, String category) implements QuestionSetEvent {}

    @Revision("1")
    record QuestionAdded(QuestionSetId questionSetId, Question question) implements QuestionSetEvent {}

    @Revision("1")
    record QuestionRevised(QuestionSetId questionSetId, Question question) implements QuestionSetEvent {}

    @Revision("1")
    record QuestionRemoved(QuestionSetId questionSetId, QuestionId questionId) implements QuestionSetEvent {}

    @Revision("1")
    record QuestionsReordered(QuestionSetId questionSetId, List<QuestionId> order) implements QuestionSetEvent {}

    @Revision("1")
    record LanguagesOffered(QuestionSetId questionSetId, Languages languages) implements QuestionSetEvent {}

    /** The draft is this from now on, whatever it was. */
    @Revision("1")
    record QuestionSetImported(
            QuestionSetId questionSetId, String title, String category, Languages languages, List<Question> questions)
            implements QuestionSetEvent {}

    /** No part of the draft: people decide on it. */
    @Revision("1")
    record QuestionSuggested(QuestionSetId questionSetId, Suggestion suggestion) implements QuestionSetEvent {}

    /** Into the draft, as the question says. */
    @Revision("1")
    record SuggestionAccepted(QuestionSetId questionSetId, Question question) implements QuestionSetEvent {}

    @Revision("1")
    record SuggestionDismissed(QuestionSetId questionSetId, QuestionId questionId) implements QuestionSetEvent {}

    /** From now on this version never changes. */
    @Revision("1")
    record QuestionSetPublished(QuestionSetId questionSetId, PinnedQuestionSet version)
            implements QuestionSetEvent, AnsweringEvent {
        @Override
        public Published answer(long streamVersion) {
            return new Published(version.version(), streamVersion);
        }
    }

    @Revision("1")
    record QuestionSetRetired(QuestionSetId questionSetId) implements QuestionSetEvent {}
}
