package dev.parley.infra.store.processing;

import dev.parley.infra.eventlog.TenantLie;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.config.Configuration;
import org.axonframework.config.SagaConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Dead letters for sagas, which Axon 4 does not give them: an event that a saga cannot handle, or a saga that cannot be read,
 * would otherwise stop the sagas of all meetings. It is set aside, and so is all that follows for that meeting, until it is
 * tried again. Groups with a {@code @Saga} have no other handlers of ours, for those have letters of their own.
 */
final class SagaLetters {
    private static final TransactionDefinition SAVEPOINT =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);

    private final ObjectProvider<Configuration> axon;
    private final DeadLetters letters;
    private final PlatformTransactionManager transactions;
    private final Map<String, SequencedDeadLetterQueue<EventMessage<?>>> queues = new ConcurrentHashMap<>();
    private final Map<String, List<SagaConfiguration<?>>> sagas = new ConcurrentHashMap<>();

    SagaLetters(ObjectProvider<Configuration> axon, DeadLetters letters, PlatformTransactionManager transactions) {
        this.axon = axon;
        this.letters = letters;
        this.transactions = transactions;
    }

    boolean hold(String group) {
        return group.startsWith("saga.") && !sagasOf(group).isEmpty();
    }

    MessageHandlerInterceptor<EventMessage<?>> interceptor(String group) {
        return (work, chain) -> hold(group) ? handle(group, work, chain) : chain.proceed();
    }

    private @Nullable Object handle(String group, UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) {
        EventMessage<?> event = work.getMessage();
        var sequence = SagaSequence.of(event);
        var queue = queue(group);
        if (queue.enqueueIfPresent(sequence, () -> new GenericDeadLetter<>(sequence, event))) return null;
        try {
            attempt(event, chain::proceed);
        } catch (Exception e) {
            if (PassingTrouble.isPassing(e)) throw new PassingTrouble.TryAgain(e);
            queue.enqueue(sequence, new GenericDeadLetter<>(sequence, event, ThrowableCause.truncated(e)));
        }
        return null;
    }

    /** One sequence that fits; handling its letters and forgetting them is one transaction. True if they are all done. */
    boolean retry(String group, Predicate<DeadLetter<? extends EventMessage<?>>> wanted) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions)
                .execute(_ -> queue(group).process(wanted, letter -> retried(group, letter))));
    }

    private EnqueueDecision<EventMessage<?>> retried(String group, DeadLetter<? extends EventMessage<?>> letter) {
        try {
            attempt(letter.message(), () -> {
                for (var saga : sagasOf(group)) {
                    var manager = saga.manager();
                    if (manager.canHandle(letter.message(), Segment.ROOT_SEGMENT))
                        manager.handle(letter.message(), Segment.ROOT_SEGMENT);
                }
                return null;
            });
            return Decisions.evict();
        } catch (Exception e) {
            return Decisions.requeue(ThrowableCause.truncated(e));
        }
    }

    /**
     * Behind a savepoint, and in a unit of work of its own: the repository writes a saga back when its unit of work commits, also
     * one that was left half changed by a handler that failed.
     */
    private void attempt(EventMessage<?> event, Callable<@Nullable Object> handling) throws Exception {
        TenantLie.refuse(event);
        UnreadFacts.refuse(event);
        var savepoint = transactions.getTransaction(SAVEPOINT);
        var work = DefaultUnitOfWork.startAndGet(event);
        axon.getObject().correlationDataProviders().forEach(work::registerCorrelationDataProvider);
        try {
            handling.call();
            work.commit();
        } catch (Exception e) {
            if (work.isActive()) work.rollback(e);
            if (!savepoint.isCompleted()) transactions.rollback(savepoint);
            throw e;
        }
        transactions.commit(savepoint);
    }

    SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
        return queues.computeIfAbsent(group, name -> letters.queue(axon.getObject(), name));
    }

    private List<SagaConfiguration<?>> sagasOf(String group) {
        return sagas.computeIfAbsent(
                group,
                name -> axon.getObject().eventProcessingConfiguration().sagaConfigurations().stream()
                        .filter(saga -> name.equals(saga.processingGroup()))
                        .toList());
    }
}
