package dev.parley.infra.store.processing;

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

    private final EventProcessingConfiguration processing;
    private final ProcessorSettings settings;
    private @Nullable ScheduledExecutorService clockwork;

    CatchUp(EventProcessingConfiguration processing, ProcessorSettings settings) {
        this.processing = processing;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("catch-up").factory());
        clockwork.scheduleWithFixedDelay(
                this::tryAll, 0, settings.catchUpEvery().toMillis(), TimeUnit.MILLISECONDS);
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
    }

    private void tryGroup(String group) {
        var letters = processing.sequencedDeadLetterProcessor(group);
        var queue = processing.deadLetterQueue(group);
        if (letters.isEmpty() || queue.isEmpty()) return;
        try {
            var streams = queue.get().amountOfSequences();
            var repaired = 0;
            for (var i = 0L; i < streams; i++) repaired += letters.get().processAny() ? 1 : 0;
            if (streams > 0) LOG.warn("{}: {} of {} streams with dead letters caught up", group, repaired, streams);
        } catch (RuntimeException e) {
            LOG.warn("{}: the dead letters could not be tried again: {}", group, e.toString());
        }
    }
}
