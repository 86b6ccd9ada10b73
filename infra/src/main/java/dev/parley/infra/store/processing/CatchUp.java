package dev.parley.infra.store.processing;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Tries the dead letters again at the start, when the cause may have been repaired, and now and then; each stream once a time. */
final class CatchUp implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    /** Soon at first: what was set aside while a node went down, or is still claimed by it, is well again in seconds. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);

    private final EventProcessingConfiguration processing;
    private final Retries retries;
    private final ProcessorSettings settings;
    private @Nullable ScheduledExecutorService clockwork;
    private Duration pause = FIRST_PAUSE;

    CatchUp(EventProcessingConfiguration processing, Retries retries, ProcessorSettings settings) {
        this.processing = processing;
        this.retries = retries;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        pause = FIRST_PAUSE;
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("catch-up").factory());
        clockwork.execute(this::tryAll);
    }

    @Override
    public synchronized void stop() {
        if (clockwork != null) clockwork.shutdownNow();
        clockwork = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return clockwork != null;
    }

    private void tryAll() {
        processing.eventProcessors().keySet().stream().filter(DeadLetters::hold).forEach(this::tryGroup);
        again();
    }

    private synchronized void again() {
        if (clockwork == null) return;
        clockwork.schedule(this::tryAll, pause.toMillis(), TimeUnit.MILLISECONDS);
        var longer = pause.multipliedBy(2);
        pause = longer.compareTo(settings.catchUpEvery()) < 0 ? longer : settings.catchUpEvery();
    }

    private void tryGroup(String group) {
        try {
            var streams = retries.waiting(group);
            var repaired = 0;
            for (var i = 0L; i < streams; i++) repaired += retries.retryAny(group) ? 1 : 0;
            if (streams > 0) LOG.warn("{}: {} of {} streams with dead letters caught up", group, repaired, streams);
        } catch (RuntimeException e) {
            LOG.warn("{}: the dead letters could not be tried again: {}", group, e.toString());
        }
    }
}
