package dev.parley.infra.hints;

import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.query.Hints;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;

/** Hints over PostgreSQL, sent after the commit of the transaction that changed the view; once per row, however often it changed. */
final class PostgresHints implements Hints, SmartLifecycle {
    private final HintSender sender;
    private final HintListener listener;
    private volatile boolean running;

    PostgresHints(DedicatedConnections connections, HintSettings settings) {
        this.sender = new HintSender(connections, settings);
        this.listener = new HintListener(connections, settings);
    }

    @Override
    public void changed(Hint hint) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            sender.send(List.of(hint));
            return;
        }
        var collected = (Collected) TransactionSynchronizationManager.getResource(this);
        if (collected == null) {
            collected = new Collected();
            TransactionSynchronizationManager.bindResource(this, collected);
            TransactionSynchronizationManager.registerSynchronization(collected);
        }
        collected.add(hint);
    }

    @Override
    public Flux<Hint> stream() {
        return listener.stream();
    }

    @Override
    public void start() {
        running = true;
        listener.start();
        sender.start();
    }

    @Override
    public void stop() {
        running = false;
        sender.stop();
        listener.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The hints of one transaction. */
    private final class Collected implements TransactionSynchronization {
        private final LinkedHashMap<List<Object>, Hint> hints = new LinkedHashMap<>();

        void add(Hint hint) {
            // Last change, last place: positions must not go backwards.
            hints.putLast(List.of(hint.tenant(), hint.view(), hint.key()), hint);
        }

        @Override
        public void afterCommit() {
            sender.send(List.copyOf(hints.values()));
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PostgresHints.this);
        }
    }
}
