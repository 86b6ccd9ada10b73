package dev.parley.command.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.ID_REUSED;
import static dev.parley.api.questionset.QuestionSetRefusal.NOTHING_TO_PUBLISH;
import static dev.parley.api.questionset.QuestionSetRefusal.NOT_PUBLISHED;
import static dev.parley.api.questionset.QuestionSetRefusal.ORDER_INCOMPLETE;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_ALREADY_THERE;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_SET_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.QUESTION_UNKNOWN;
import static dev.parley.api.questionset.QuestionSetRefusal.RETIRED;
import static dev.parley.api.questionset.QuestionSetRefusal.TOO_MANY_QUESTIONS;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.questionset.Branches;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionSetCommand.AddQuestion;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.Published;
import dev.parley.api.questionset.QuestionSetCommand.RemoveQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReorderQuestions;
import dev.parley.api.questionset.QuestionSetCommand.RetireQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestion;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetEvent;
import dev.parley.api.questionset.QuestionSetEvent.QuestionAdded;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRemoved;
import dev.parley.api.questionset.QuestionSetEvent.QuestionRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetPublished;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRetired;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import dev.parley.api.questionset.QuestionSetEvent.QuestionsReordered;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.command.CommandSide;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
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
@Revision("2") // of its snapshots: raise it with every change of what is remembered here
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class QuestionSet {
    private static final int MOST = 100;

    /** What a repetition of the draft is answered, as the first was: who repeats has not seen what others changed since. */
    private static final Long FIRST_VERSION = 0L;

    @AggregateIdentifier
    private QuestionSetId questionSetId;

    private QuestionSetDrafted drafted;
    private String title;
    private String category;
    private Map<QuestionId, Question> draft = new LinkedHashMap<>();
    private @Nullable PinnedQuestionSet published;
    private boolean retired;

    QuestionSet() {}

    @CommandHandlerInterceptor
    void guard(Command command) {
        if (drafted == null || command instanceof DraftQuestionSet) return;
        if (!drafted.tenant().equals(command.by().tenant())) throw new Refused(QUESTION_SET_UNKNOWN);
        if (retired && !(command instanceof RetireQuestionSet)) throw new Refused(RETIRED);
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
    Published handle(PublishQuestionSet command) {
        if (draft.isEmpty() || !differsFromPublished()) throw new Refused(NOTHING_TO_PUBLISH);
        Branches.check(List.copyOf(draft.values()));
        var number = published == null ? 1 : published.version() + 1;
        var event = new QuestionSetPublished(
                questionSetId, new PinnedQuestionSet(questionSetId, number, title, List.copyOf(draft.values())));
        apply(event);
        return event.answer(getVersion());
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
        return published;
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

    private boolean differsFromPublished() {
        return published == null
                || !published.title().equals(title)
                || !published.questions().equals(List.copyOf(draft.values()));
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
            case QuestionSetPublished version -> published = version.version();
            case QuestionSetRetired _ -> retired = true;
        }
    }

    private void keep(Question question) {
        draft.put(question.questionId(), question);
    }
}
