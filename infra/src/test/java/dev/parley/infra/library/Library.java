package dev.parley.infra.library;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Samples;
import dev.parley.api.TenantId;
import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.RetireQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetDrafted;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRetired;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import dev.parley.api.questionset.QuestionSetId;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The smallest deciding side: a question set that does whatever it is told. */
@Configuration(proxyBeanMethods = false)
@Import(Library.Book.class)
public class Library {

    public static DraftQuestionSet draft(QuestionSetId id, String title) {
        return new DraftQuestionSet(id, Samples.alice, Samples.now, title, "general", List.of());
    }

    public static ReviseQuestionSet revise(QuestionSetId id, String title) {
        return new ReviseQuestionSet(id, Samples.bob, Samples.now, Optional.of(title), Optional.of("general"));
    }

    public static RetireQuestionSet retire(QuestionSetId id) {
        return new RetireQuestionSet(id, Samples.bob, Samples.now);
    }

    public static QuestionSetId book(String words) {
        return new QuestionSetId(Samples.uuid(words));
    }

    @Aggregate
    static class Book {
        @AggregateIdentifier
        private QuestionSetId id;

        Book() {}

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.ALWAYS)
        long handle(DraftQuestionSet command) {
            TenantId tenant = command.by().tenant();
            apply(new QuestionSetDrafted(
                    command.questionSetId(), tenant, command.title(), command.category(), command.questions()));
            return getVersion();
        }

        @CommandHandler
        long handle(ReviseQuestionSet command) {
            apply(new QuestionSetRevised(
                    id, command.title().orElseThrow(), command.category().orElseThrow()));
            return getVersion();
        }

        @CommandHandler
        long handle(RetireQuestionSet command) {
            apply(new QuestionSetRetired(id));
            return getVersion();
        }

        @EventSourcingHandler
        void on(QuestionSetDrafted event) {
            id = event.questionSetId();
        }
    }
}
