package dev.parley.infra.store.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Whoever has a schedule of tasks in the database, which are carried out from the start of the application to its end. */
public interface RunsWithTheApplication extends SmartLifecycle {
    Scheduler scheduler();

    @Override
    default void start() {
        scheduler().start();
    }

    @Override
    default void stop() {
        scheduler().stop();
    }

    @Override
    default boolean isRunning() {
        var state = scheduler().getSchedulerState();
        return state.isStarted() && !state.isShuttingDown();
    }
}
