package dev.parley.query.questionlibrary;

import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.api.questionset.QuestionSetEvent.*;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionSetQuery.QuestionSetPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question set as it lies in the library: the draft that people work on beside the newest version that is in use. */
record Shelf(
        String title, String category, List<Question> draft, Optional<PinnedQuestionSet> published, boolean retired) {

    static Shelf of(QuestionSetDrafted e) {
        return new Shelf(e.title(), e.category(), e.questions(), Optional.empty(), false);
    }

    static Shelf of(QuestionSetPage page) {
        return new Shelf(page.title(), page.category(), page.draft(), page.published(), page.retired());
    }

    QuestionSetPage page(QuestionSetId id, long version) {
        return new QuestionSetPage(id, title, category, draft, published, retired, version);
    }

    /** Whether publishing now would make something new. */
    boolean draftDiffers() {
        return published
                .map(version ->
                        !version.questions().equals(draft) || !version.title().equals(title))
                .orElse(!draft.isEmpty());
    }

    Shelf after(QuestionSetEvent event) {
        return switch (event) {
            case QuestionSetDrafted e -> of(e);
            case QuestionSetRevised e -> new Shelf(e.title(), e.category(), draft, published, retired);
            case QuestionAdded e -> with(Stream.concat(draft.stream(), Stream.of(e.question())));
            case QuestionRevised e ->
                with(draft.stream()
                        .map(question ->
                                question.questionId().equals(e.question().questionId()) ? e.question() : question));
            case QuestionRemoved e ->
                with(draft.stream().filter(question -> !question.questionId().equals(e.questionId())));
            case QuestionsReordered e -> with(e.order().stream().flatMap(ordered(draft)));
            case QuestionSetPublished e -> new Shelf(title, category, draft, Optional.of(e.version()), retired);
            case QuestionSetRetired _ -> new Shelf(title, category, draft, published, true);
        };
    }

    private Shelf with(Stream<Question> questions) {
        return new Shelf(title, category, questions.toList(), published, retired);
    }

    private static Function<QuestionId, Stream<Question>> ordered(List<Question> draft) {
        Map<QuestionId, Question> byId =
                draft.stream().collect(Collectors.toMap(Question::questionId, Function.identity()));
        return id -> Stream.ofNullable(byId.get(id));
    }
}
