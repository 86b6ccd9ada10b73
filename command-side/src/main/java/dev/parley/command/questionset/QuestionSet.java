package dev.parley.command.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.ID_REUSED;
import static dev.parley.api.questionset.QuestionSetRefusal.LANGUAGE_NOT_PUBLISHED;
import static dev.parley.api.questionset.QuestionSetRefusal.NOTHING_TO_PUBLISH;
import static dev.parley.api.questionset.QuestionSetRefusal.NOT_PUBLISHED;
import static dev.parley.api.questionset.QuestionSetRefusal.ORDER_CHANGED;
import static dev.parley.api.questionset.QuestionSetRefusal.ORDER_INCOMPLETE;
import static dev.parley.api.questionset.QuestionSetRefusal.PEOPLE_PUBLISH;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_ALREADY_THERE;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_SET_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.RETIRED;
import static dev.parley.api.questionset.QuestionSetRefusal.SUGGESTION_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.TOO_MANY_QUESTIONS;
import static dev.parley.api.questionset.QuestionSetRefusal.TOO_MANY_SUGGESTIONS;
import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.api.questionset.Branches;
import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.AcceptSuggestion;
import dev.parley.api.questionset.QuestionSetCommand.AddQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.DismissSuggestion;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ImportQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.MoveQuestion;
import dev.parley.api.questionset.QuestionSetCommand.OfferLanguages;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.Published;
import dev.parley.api.questionset.QuestionSetCommand.RemoveQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReorderQuestions;
import dev.parley.api.questionset.QuestionSetCommand.RetireQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.SuggestQuestion;
import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.api.questionset.QuestionSetEvent.LanguagesOffered;
import dev.parley.api.questionset.QuestionSetEvent.QuestionAdded;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRemoved;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetImported;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetPublished;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRetired;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSuggested;
import dev.parley.api.questionset.QuestionSetEvent.QuestionsReordered;
import dev.parley.api.questionset.QuestionSetEvent.SuggestionAccepted;
import dev.parley.api.questionset.QuestionSetEvent.SuggestionDismissed;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.Suggestion;
import dev.parley.command.CommandSide;
import dev.parley.command.IfMatch;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A draft that people work on, and the versions that were published from it. */
@Aggregate(
        commandTargetResolver = CommandSide.TARGETS,
        cache = CommandSide.MEMORY,
        snapshotTriggerDefinition = CommandSide.SNAPSHOTS)
@Revision("3") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class QuestionSet {
    private static final int MOST = 100;
    private static final int MOST_SUGGESTIONS = 20;

    /** What a repetition of the draft is answered, as the first was: who repeats has not seen what others changed since. */
    private static final Long FIRST_VERSION = 0L;

    @AggregateIdentifier
    private QuestionSetId questionSetId;

    private QuestionSetDrafted drafted;
    private String title;
    private String category;
    private Languages languages = Languages.NOT_SAID;
    private Map<QuestionId, Question> draft = new LinkedHashMap<>();
    private Map<QuestionId, Suggestion> suggestions = new LinkedHashMap<>();
    private @Nullable PinnedQuestionSet published;
    private boolean retired;

    QuestionSet() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (drafted == null || command instanceof DraftQuestionSet) return;
        if (!drafted.tenant().equals(command.by().tenant())) throw new Refused(QUESTION_SET_UNKNOWN);
        if (retired && !(command instanceof RetireQuestionSet || command instanceof ConfirmDraft))
            throw new Refused(RETIRED);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(DraftQuestionSet command) {
        var event = new QuestionSetDrafted(
                command.questionSetId(),
                command.by().tenant(),
                command.title(),
                command.category(),
                command.questions());
        if (event.equals(drafted)) return FIRST_VERSION;
        if (drafted != null) throw new Refused(ID_REUSED, "questionSetId");
        differ(command.questions());
        apply(event);
        return getVersion();
    }

    @CommandHandler
    Long handle(ReviseQuestionSet command) {
        var newTitle = command.title().orElse(title);
        var newCategory = command.category().orElse(category);
        if (newTitle.equals(title) && newCategory.equals(category)) return getVersion();
        apply(new QuestionSetRevised(questionSetId, newTitle, newCategory));
        return getVersion();
    }

    @CommandHandler
    Long handle(AddQuestion command) {
        var question = command.question();
        if (question.equals(draft.get(question.questionId()))) return getVersion();
        if (draft.containsKey(question.questionId())) throw new Refused(QUESTION_ALREADY_THERE, "questionId");
        if (draft.size() >= MOST) throw new Refused(TOO_MANY_QUESTIONS);
        apply(new QuestionAdded(questionSetId, question));
        return getVersion();
    }

    @CommandHandler
    Long handle(ReviseQuestion command) {
        var question = command.question();
        var before = draft.get(question.questionId());
        if (before == null) throw new Refused(QUESTION_UNKNOWN);
        if (before.equals(question)) return getVersion();
        apply(new QuestionRevised(questionSetId, question));
        return getVersion();
    }

    @CommandHandler
    Long handle(RemoveQuestion command) {
        if (!draft.containsKey(command.questionId())) throw new Refused(QUESTION_UNKNOWN);
        apply(new QuestionRemoved(questionSetId, command.questionId()));
        return getVersion();
    }

    @CommandHandler
    Long handle(ReorderQuestions command) {
        var order = command.order();
        var complete = order.size() == draft.size() && draft.keySet().equals(new HashSet<>(order));
        if (!complete) throw new Refused(ORDER_INCOMPLETE, "order");
        if (order.equals(List.copyOf(draft.keySet()))) return getVersion();
        apply(new QuestionsReordered(questionSetId, order));
        return getVersion();
    }

    @CommandHandler
    Long handle(MoveQuestion command) {
        var order = List.copyOf(draft.keySet());
        if (!draft.containsKey(command.questionId())) throw new Refused(QUESTION_UNKNOWN);
        if (!command.after().map(draft::containsKey).orElse(true)) throw new Refused(QUESTION_UNKNOWN, "after");
        if (!command.seen().equals(order)) throw new Refused(ORDER_CHANGED, "seen");
        var moved = Order.moved(order, command.questionId(), command.after());
        var question = kept(command.questionId());
        var category = command.category().orElse(question.category());
        if (!category.equals(question.category())) apply(new QuestionRevised(questionSetId, question.under(category)));
        if (!moved.equals(order)) apply(new QuestionsReordered(questionSetId, moved));
        return getVersion();
    }

    @CommandHandler
    Draft handle(ConfirmDraft command) {
        return new Draft(questionSetId, title, category, languages, List.copyOf(draft.values()), getVersion());
    }

    @CommandHandler
    Long handle(OfferLanguages command) {
        if (command.languages().equals(languages)) return getVersion();
        apply(new LanguagesOffered(questionSetId, command.languages()));
        return getVersion();
    }

    /** All of it or nothing: a set that was not there yet begins empty, so that both events stand or fall together. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(ImportQuestionSet command, @MetaDataValue(Envelope.EXPECTED_VERSION) @Nullable Long expected) {
        IfMatch.mustHold(expected, drafted == null ? -1 : getVersion());
        differ(command.questions());
        if (drafted == null)
            apply(new QuestionSetDrafted(
                    command.questionSetId(), command.by().tenant(), command.title(), command.category(), List.of()));
        var imported = new QuestionSetImported(
                command.questionSetId(), command.title(), command.category(), command.languages(), command.questions());
        if (!isAsIn(imported)) apply(imported);
        return getVersion();
    }

    private boolean isAsIn(QuestionSetImported imported) {
        return imported.title().equals(title)
                && imported.category().equals(category)
                && imported.languages().equals(languages)
                && imported.questions().equals(List.copyOf(draft.values()));
    }

    @CommandHandler
    Long handle(SuggestQuestion command) {
        var suggestion = command.suggestion();
        var id = suggestion.question().questionId();
        if (suggestion.equals(suggestions.get(id)) || draft.containsKey(id)) return getVersion();
        if (suggestions.size() >= MOST_SUGGESTIONS) throw new Refused(TOO_MANY_SUGGESTIONS);
        apply(new QuestionSuggested(questionSetId, suggestion));
        return getVersion();
    }

    @CommandHandler
    Long handle(AcceptSuggestion command) {
        mustBeByAPerson(command);
        var question = command.question();
        if (question.equals(draft.get(question.questionId()))) return getVersion();
        if (!suggestions.containsKey(question.questionId())) throw new Refused(SUGGESTION_UNKNOWN);
        if (draft.size() >= MOST) throw new Refused(TOO_MANY_QUESTIONS);
        apply(new SuggestionAccepted(questionSetId, question));
        return getVersion();
    }

    @CommandHandler
    Long handle(DismissSuggestion command) {
        if (!suggestions.containsKey(command.questionId())) throw new Refused(SUGGESTION_UNKNOWN);
        apply(new SuggestionDismissed(questionSetId, command.questionId()));
        return getVersion();
    }

    @CommandHandler
    Published handle(PublishQuestionSet command) {
        mustBeByAPerson(command);
        var questions = List.copyOf(draft.values());
        var number = published == null ? 1 : published.version() + 1;
        var spoken = Spoken.by(languages, command.languages(), questions);
        var version = new PinnedQuestionSet(questionSetId, number, title, questions, spoken, Optional.empty());
        if (questions.isEmpty() || !differsFromPublished(version)) throw new Refused(NOTHING_TO_PUBLISH);
        Branches.check(questions);
        var event = new QuestionSetPublished(questionSetId, version);
        apply(event);
        return event.answer(getVersion());
    }

    /** What a model suggests is published by nobody but a person who has seen it. */
    private static void mustBeByAPerson(Command command) {
        if (command.by().kind() != Actor.Kind.USER) throw new Refused(PEOPLE_PUBLISH);
    }

    @CommandHandler
    Long handle(RetireQuestionSet command) {
        if (retired) return getVersion();
        apply(new QuestionSetRetired(questionSetId));
        return getVersion();
    }

    @CommandHandler
    PinnedQuestionSet handle(PinQuestionSet command) {
        if (published == null) throw new Refused(NOT_PUBLISHED, "questionSetId");
        var version = published;
        return command.language()
                .map(language ->
                        version.in(language).orElseThrow(() -> new Refused(LANGUAGE_NOT_PUBLISHED, "language")))
                .orElse(version);
    }

    private static void differ(List<Question> questions) {
        var seen = new HashSet<QuestionId>();
        IntStream.range(0, questions.size())
                .filter(i -> !seen.add(questions.get(i).questionId()))
                .findFirst()
                .ifPresent(i -> {
                    throw new Refused(QUESTION_ALREADY_THERE, "questions[" + i + "].questionId");
                });
    }

    private boolean differsFromPublished(PinnedQuestionSet version) {
        return published == null
                || !published.title().equals(version.title())
                || !published.questions().equals(version.questions())
                || !published.languages().equals(version.languages());
    }

    @EventSourcingHandler
    void on(QuestionSetEvent event) {
        switch (event) {
            case QuestionSetDrafted first -> {
                questionSetId = first.questionSetId();
                drafted = first;
                title = first.title();
                category = first.category();
                first.questions().forEach(this::keep);
            }
            case QuestionSetRevised revised -> {
                title = revised.title();
                category = revised.category();
            }
            case QuestionAdded added -> keep(added.question());
            case QuestionRevised revised -> keep(revised.question());
            case QuestionRemoved removed -> draft.remove(removed.questionId());
            case QuestionsReordered reordered -> {
                var before = draft;
                draft = new LinkedHashMap<>();
                reordered.order().stream().map(before::get).forEach(this::keep);
            }
            case LanguagesOffered offered -> languages = offered.languages();
            case QuestionSetImported imported -> {
                title = imported.title();
                category = imported.category();
                languages = imported.languages();
                draft = new LinkedHashMap<>();
                imported.questions().forEach(this::keep);
            }
            case QuestionSuggested suggested ->
                suggestions.put(suggested.suggestion().question().questionId(), suggested.suggestion());
            case SuggestionAccepted accepted -> {
                suggestions.remove(accepted.question().questionId());
                keep(accepted.question());
            }
            case SuggestionDismissed dismissed -> suggestions.remove(dismissed.questionId());
            case QuestionSetPublished version -> published = version.version();
            case QuestionSetRetired _ -> retired = true;
        }
    }

    private Question kept(QuestionId id) {
        return requireNonNull(draft.get(id));
    }

    private void keep(Question question) {
        draft.put(question.questionId(), question);
    }
}
