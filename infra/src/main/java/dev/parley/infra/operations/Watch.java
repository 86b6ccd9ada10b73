package dev.parley.infra.operations;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks at the log and the processors now and then, fills the gauges, and warns of what is beyond its threshold. */
final class Watch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final Processors processors;
    private final LogHealth log;
    private final MeterRegistry meters;
    private final OperationsSettings settings;
    private final int stopsAt;
    private final Clock clock;
    private final Map<String, Double> figures = new ConcurrentHashMap<>();
    private final Map<String, Instant> warned = new HashMap<>();
    private @Nullable ScheduledExecutorService clockwork;

    /** @param stopsAt sequences with dead letters at which a group stops */
    Watch(
            Processors processors,
            LogHealth log,
            MeterRegistry meters,
            OperationsSettings settings,
            int stopsAt,
            Clock clock) {
        this.processors = processors;
        this.log = log;
        this.meters = meters;
        this.settings = settings;
        this.stopsAt = stopsAt;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("watch").factory());
        clockwork.scheduleWithFixedDelay(
                this::lookSafely, 0, settings.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
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

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.debug("Nothing can be seen just now", e);
        }
    }

    /** What is beyond its threshold and was not told within the last minute. */
    List<String> look() {
        var told = new ArrayList<String>();
        var state = log.state();
        gauge("parley.log.gaps", "", state.gaps());
        gauge("parley.log.queue.fill", "", state.fill());
        if (state.gaps() != 0) tell(told, "gaps", "The log has " + state.gaps() + " gaps: somebody has changed it");
        if (state.fill() > settings.queue())
            tell(told, "queue", state.waiting() + " of " + state.room() + " appends wait");
        for (var processor : processors.all()) {
            var name = processor.name();
            var fill = (double) processor.deadSequences() / stopsAt;
            gauge("parley.processor.lag", name, processor.lag());
            gauge("parley.processor.dead.letters", name, processor.deadLetters());
            gauge("parley.processor.dead.letters.fill", name, fill);
            if (processor.lag() > settings.lag())
                tell(told, "lag " + name, name + " is " + processor.lag() + " events behind the log");
            if (fill > settings.deadLetters())
                tell(
                        told,
                        "letters " + name,
                        name + " has dead letters of " + processor.deadSequences() + " sequences; it stops at "
                                + stopsAt);
        }
        told.forEach(LOG::warn);
        return told;
    }

    private void tell(List<String> told, String what, String words) {
        var now = clock.instant();
        var before = warned.get(what);
        if (before != null && now.isBefore(before.plus(QUIET))) return;
        warned.put(what, now);
        told.add(words);
    }

    private void gauge(String name, String processor, double value) {
        var key = name + processor;
        var known = figures.put(key, value) != null;
        if (known) return;
        var tags = processor.isEmpty() ? new String[0] : new String[] {"processor", processor};
        meters.gauge(name, io.micrometer.core.instrument.Tags.of(tags), figures, all -> all.getOrDefault(key, 0.0));
    }
}
