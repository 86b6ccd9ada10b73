package dev.parley.infra.store.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.parley.api.WireFormat;
import dev.parley.saga.ErrandHandler;
import dev.parley.saga.Errands;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineManagerSpanFactory;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;

/** Deadlines (Axon's, over db-scheduler) and errands (ours, over a second scheduler). */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErrandSettings.class)
class ScheduleConfiguration {
    private static final Backoff DEADLINE_RETRY =
            new Backoff(Duration.ofMillis(250), Duration.ofMinutes(1), new Random());

    @Bean
    DbSchedulerCustomizer jsonOnVirtualThreads() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new JsonTasks());
            }

            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new NodeName());
            }

            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("deadline-", 0).factory()));
            }
        };
    }

    @Bean
    DeadlineManager deadlineManager(
            Scheduler scheduler,
            Configuration axon,
            org.axonframework.serialization.Serializer serializer,
            TransactionManager transactions,
            DeadlineManagerSpanFactory spans) {
        var deadlines = DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                .serializer(serializer)
                .transactionManager(transactions)
                .spanFactory(spans)
                .startScheduler(false)
                .stopScheduler(false)
                .build();
        deadlines.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return deadlines;
    }

    /** Axon's own task, but tried again soon: db-scheduler would wait five minutes, long after a meeting has begun. */
    @Bean
    @Qualifier("deadlineDetailsTask")
    Task<DbSchedulerBinaryDeadlineDetails> deadlineTask(ObjectProvider<DeadlineManager> deadlines) {
        var axons = DbSchedulerDeadlineManager.binaryTask(() -> (DbSchedulerDeadlineManager) deadlines.getObject());
        return Tasks.oneTime(TaskDescriptor.of(axons.getName(), DbSchedulerBinaryDeadlineDetails.class))
                .onFailure((attempt, task) -> {
                    var pause = DEADLINE_RETRY.after(attempt.getExecution().consecutiveFailures + 1);
                    task.reschedule(attempt, attempt.getTimeDone().plus(pause));
                })
                .execute(axons::execute);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Errands errands(
            DataSource database, Clock clock, ErrandSettings settings, ObjectProvider<ErrandHandler<?>> handlers) {
        var json = WireFormat.mapper();
        return new SchedulerErrands(
                database, json, clock, settings, new ErrandRunner(json, settings, handlers::orderedStream));
    }
}
