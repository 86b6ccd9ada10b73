package dev.parley.benchmarks.promises;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Refused;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import dev.parley.api.questionset.QuestionSetId;
import dev.parley.api.questionset.QuestionSetRefusal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.NullUnmarked;

/** The smallest aggregate: it writes down whatever it is told, one event per command, and refuses what begins with a no. */
@Aggregate
@NullUnmarked
class Notebook {
    static final String NO = "no ";

    @AggregateIdentifier
    private QuestionSetId id;

    Notebook() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(DraftQuestionSet command) {
        apply(new QuestionSetDrafted(
                command.questionSetId(),
                command.by().tenant(),
                command.title(),
                command.category(),
                command.questions()));
        return getVersion();
    }

    @CommandHandler
    long handle(ReviseQuestionSet command) {
        var title = command.title().orElseThrow();
        if (title.startsWith(NO)) throw new Refused(QuestionSetRefusal.RETIRED);
        apply(new QuestionSetRevised(id, title, command.category().orElseThrow()));
        return getVersion();
    }

    @EventSourcingHandler
    void on(QuestionSetDrafted event) {
        id = event.questionSetId();
    }
}
