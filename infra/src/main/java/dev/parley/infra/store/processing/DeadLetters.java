package dev.parley.infra.store.processing;

import dev.parley.infra.eventlog.Reading;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.beans.factory.ObjectProvider;

/** Gives the groups {@code view.*} and {@code saga.*} a place for events that cannot be handled, and for those behind them in their stream. */
final class DeadLetters implements ConfigurerModule {
    private final ProcessorSettings settings;
    private final ConnectionProvider connections;
    private final DeadLetterSchema schema;
    private final ObjectProvider<Reading> reading;

    DeadLetters(
            ProcessorSettings settings,
            ConnectionProvider connections,
            DeadLetterSchema schema,
            ObjectProvider<Reading> reading) {
        this.settings = settings;
        this.connections = connections;
        this.schema = schema;
        this.reading = reading;
    }

    static boolean hold(String group) {
        return group.startsWith("view.") || group.startsWith("saga.");
    }

    @Override
    public void configureModule(Configurer axon) {
        var processing = axon.eventProcessing();
        processing.registerDefaultDeadLetterPolicy(_ -> new PassingTrouble());
        processing.registerDeadLetterQueueProvider(group -> {
            if (!hold(group)) return null;
            // Without remembering which streams have letters, each event would cost a query for them.
            processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                    group, (_, invoker) -> invoker.enableSequenceIdentifierCache());
            return configuration -> queue(configuration, group);
        });
    }

    /** After Axon's own module, which allows nobody but those named in its properties. */
    @Override
    public int order() {
        return 1;
    }

    SequencedDeadLetterQueue<EventMessage<?>> queue(Configuration axon, String group) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .connectionProvider(connections)
                .transactionManager(axon.getComponent(TransactionManager.class))
                .schema(schema)
                .genericSerializer(axon.serializer())
                .eventSerializer(axon.eventSerializer())
                .maxSequences(settings.deadSequences())
                .maxSequenceSize(settings.deadSequences())
                .converter(new LettersAsTheyReadToday(
                        schema, axon.serializer(), axon.eventSerializer(), reading::getObject))
                .statementFactory(new LettersByOffset(schema, axon.serializer(), axon.eventSerializer()))
                // Axon 4.13.0 uses the page offset as a filter on the letter's index: with one page there is no second
                // offset.
                .pageSize(Integer.MAX_VALUE / 2)
                .build();
    }
}
