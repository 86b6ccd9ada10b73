package dev.parley.infra.store.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.parley.saga.Errands;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Errands as rows of a table, written in the caller's transaction; any node may carry one out, one node does. */
final class SchedulerErrands implements Errands, RunsWithTheApplication {
    private static final TaskDescriptor<ErrandNote> ERRAND = TaskDescriptor.of("errand", ErrandNote.class);
    private static final int LONGEST_KEY = 200;

    private final JsonMapper json;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Duration soon;

    SchedulerErrands(DataSource database, JsonMapper json, Clock clock, ErrandSettings settings, ErrandRunner runner) {
        this.json = json;
        this.clock = clock;
        this.soon = settings.poll().multipliedBy(2);
        var task = Tasks.oneTime(ERRAND).onFailure(runner::failed).execute(runner::run);
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database), task)
                .tableName("errand")
                .enablePriority()
                .serializer(new JsonTasks())
                .threads(settings.atOnce())
                .executorService(Executors.newThreadPerTaskExecutor(ownThreads()))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(settings.poll())
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(settings.shutdown())
                .schedulerName(new NodeName())
                .failureLogging(LogLevel.OFF, false) // ErrandRunner says it
                .build();
    }

    @Override
    public void send(Errand errand) {
        if (errand.key().length() > LONGEST_KEY) throw new IllegalArgumentException("key too long: " + errand.key());
        var note = new ErrandNote(errand.kind(), errand.key(), json.valueToTree(errand.payload()));
        var task = ERRAND.instance(errand.kind() + "|" + errand.key())
                .data(note)
                .priority(priority(errand.urgency()))
                .build();
        scheduler.scheduleIfNotExists(task, errand.due());
        var wait = Duration.between(clock.instant(), errand.due());
        if (wait.compareTo(soon) <= 0) afterCommit(() -> checkAfter(wait));
    }

    private static int priority(Urgency urgency) {
        return switch (urgency) {
            case CAN_WAIT -> Priority.MEDIUM;
            case PEOPLE_WAIT -> Priority.HIGH;
        };
    }

    /** Sooner than the next poll would see it. */
    private void checkAfter(Duration wait) {
        if (wait.isPositive()) timer(wait).execute(scheduler::triggerCheckForDueExecutions);
        else scheduler.triggerCheckForDueExecutions();
    }

    private static Executor timer(Duration wait) {
        return CompletableFuture.delayedExecutor(wait.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    @Override
    public Scheduler scheduler() {
        return scheduler;
    }

    /**
     * Not virtual: errands use libraries that load classes and files from the jar. A virtual thread that loads a class keeps its
     * carrier, and with few carriers all of them end up waiting for one that was put aside while it held the jar's lock.
     */
    private static ThreadFactory ownThreads() {
        return Thread.ofPlatform().daemon().name("errand-", 0).factory();
    }
}
