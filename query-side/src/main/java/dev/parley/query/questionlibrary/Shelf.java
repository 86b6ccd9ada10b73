package dev.parley.query.questionlibrary;

import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.api.questionset.QuestionSetEvent.*;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionSetQuery.MissingTranslation;
import dev.parley.api.questionset.QuestionSetQuery.QuestionSetPage;
import dev.parley.api.questionset.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question set as it lies in the library: the draft that people work on beside the newest version that is in use. */
record Shelf(
        String title,
        String category,
        List<Question> draft,
        Optional<PinnedQuestionSet> published,
        boolean retired,
        Languages languages,
        List<Suggestion> suggestions) {

    static Shelf of(QuestionSetDrafted e) {
        return new Shelf(
                e.title(), e.category(), e.questions(), Optional.empty(), false, Languages.NOT_SAID, List.of());
    }

    static Shelf of(QuestionSetPage page) {
        return new Shelf(
                page.title(),
                page.category(),
                page.draft(),
                page.published(),
                page.retired(),
                page.languages(),
                page.suggestions());
    }

    QuestionSetPage page(QuestionSetId id, long version) {
        return new QuestionSetPage(
                id, title, category, draft, published, retired, version, languages, missing(), suggestions);
    }

    /** Whether publishing now would make something new. */
    boolean draftDiffers() {
        return published
                .map(version ->
                        !version.questions().equals(draft) || !version.title().equals(title))
                .orElse(!draft.isEmpty());
    }

    private List<MissingTranslation> missing() {
        return languages.others().stream()
                .flatMap(language -> draft.stream()
                        .filter(question -> !question.isTranslatedInto(language))
                        .map(question -> new MissingTranslation(language, question.questionId())))
                .toList();
    }

    Shelf after(QuestionSetEvent event) {
        return switch (event) {
            case QuestionSetDrafted e -> of(e);
            case QuestionSetRevised e -> entitled(e.title(), e.category());
            case QuestionAdded e -> with(Stream.concat(draft.stream(), Stream.of(e.question())));
            case QuestionRevised e ->
                with(draft.stream()
                        .map(question ->
                                question.questionId().equals(e.question().questionId()) ? e.question() : question));
            case QuestionRemoved e ->
                with(draft.stream().filter(question -> !question.questionId().equals(e.questionId())));
            case QuestionsReordered e -> with(e.order().stream().flatMap(ordered(draft)));
            case LanguagesOffered e -> offering(e.languages());
            case QuestionSetImported e ->
                entitled(e.title(), e.category()).offering(e.languages()).with(e.questions().stream());
            case QuestionSuggested e ->
                weighing(Stream.concat(others(e.suggestion().question().questionId()), Stream.of(e.suggestion())));
            case SuggestionAccepted e ->
                weighing(others(e.question().questionId()))
                        .with(Stream.concat(draft.stream(), Stream.of(e.question())));
            case SuggestionDismissed e -> weighing(others(e.questionId()));
            case QuestionSetPublished e ->
                new Shelf(title, category, draft, Optional.of(e.version()), retired, languages, suggestions);
            case QuestionSetRetired _ -> new Shelf(title, category, draft, published, true, languages, suggestions);
        };
    }

    private Shelf entitled(String newTitle, String newCategory) {
        return new Shelf(newTitle, newCategory, draft, published, retired, languages, suggestions);
    }

    private Shelf with(Stream<Question> questions) {
        return new Shelf(title, category, questions.toList(), published, retired, languages, suggestions);
    }

    private Shelf offering(Languages others) {
        return new Shelf(title, category, draft, published, retired, others, suggestions);
    }

    private Shelf weighing(Stream<Suggestion> open) {
        return new Shelf(title, category, draft, published, retired, languages, open.toList());
    }

    private Stream<Suggestion> others(QuestionId id) {
        return suggestions.stream()
                .filter(suggestion -> !suggestion.question().questionId().equals(id));
    }

    private static Function<QuestionId, Stream<Question>> ordered(List<Question> draft) {
        Map<QuestionId, Question> byId =
                draft.stream().collect(Collectors.toMap(Question::questionId, Function.identity()));
        return id -> Stream.ofNullable(byId.get(id));
    }
}
