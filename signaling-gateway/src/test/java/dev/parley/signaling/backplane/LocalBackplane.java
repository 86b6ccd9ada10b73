package dev.parley.signaling.backplane;

import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Several nodes in one process. */
public final class LocalBackplane implements Backplane {
    private static final int BEHIND = 1_024;

    private final Sinks.Many<Notice> notices = Sinks.many().multicast().directBestEffort();

    @Override
    public synchronized void tell(Notice notice) {
        notices.tryEmitNext(notice);
    }

    @Override
    public Flux<Notice> heard() {
        return notices.asFlux().onBackpressureBuffer(BEHIND, BufferOverflowStrategy.DROP_OLDEST);
    }
}
