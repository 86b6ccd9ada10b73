package dev.parley.infra.store.rebuild;

import dev.parley.infra.eventlog.LogReader;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * One rebuild. The live view goes on until the new one has nearly caught up; then it is stopped, the new one takes the last
 * steps, both are compared, and the tables and the position change in one transaction. A crash before that leaves the live
 * view as it was; the next rebuild starts again.
 */
final class Rebuild {
    private final String processor;
    private final Shadow shadow;
    private final Filling filling;
    private final LiveView live;
    private final LogReader log;
    private final RebuildSettings settings;
    private final Clock clock;
    private final Consumer<RebuildProgress> listener;
    private RebuildProgress progress;

    Rebuild(
            String processor,
            Shadow shadow,
            Filling filling,
            LiveView live,
            LogReader log,
            RebuildSettings settings,
            Clock clock,
            Consumer<RebuildProgress> listener) {
        this.processor = processor;
        this.shadow = shadow;
        this.filling = filling;
        this.live = live;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.progress = RebuildProgress.reading(processor, 0, 0);
    }

    RebuildReport run() throws InterruptedException {
        try {
            shadow.make();
            for (var target = target(); filling.position() < target; target = target()) {
                var head = target;
                filling.upTo(target, position -> tell(RebuildProgress.reading(processor, position, head)));
            }
            tell(progress.switching());
            return takeOver();
        } finally {
            live.goOn();
            shadow.drop();
        }
    }

    /** Where the live view is, so that both can be compared; or the head, if the live view is hopelessly behind. */
    private long target() {
        var head = log.head();
        var positions = live.positions();
        if (positions.isEmpty()) return head;
        var behind = Collections.min(positions);
        return head - behind <= settings.near() ? behind : head;
    }

    private RebuildReport takeOver() throws InterruptedException {
        pause();
        var positions = live.positions();
        var last = Math.max(
                filling.position(), positions.stream().mapToLong(p -> p).max().orElse(0));
        filling.upTo(last, _ -> pause());
        pause();
        var report = new RebuildReport(
                processor, last, filling.events(), positions.stream().allMatch(p -> p == last), compared());
        pause();
        shadow.takePlace(live, last, settings.switchWithin());
        return report;
    }

    private List<RebuildReport.Table> compared() {
        return shadow.compared();
    }

    private void pause() {
        live.stop(LiveView.in(settings.pauseAtMost(), clock));
    }

    private void tell(RebuildProgress now) {
        progress = now;
        listener.accept(now);
    }
}
