package dev.parley.query.live;

import dev.parley.api.TenantId;
import dev.parley.query.Hints;
import dev.parley.query.Hints.Hint;
import dev.parley.query.live.News.Changed;
import dev.parley.query.live.News.Missed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.util.retry.Retry;

/** Hears all hints once per node, remembers the last ones, and passes each to the browsers of its tenant. */
@Component
final class Newsroom implements SmartLifecycle {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final Hints hints;
    private final LiveSettings settings;
    private final Deque<Hint> remembered = new ArrayDeque<>();
    private final List<Reader> readers = new CopyOnWriteArrayList<>();
    private Disposable listening = Disposables.disposed();

    Newsroom(Hints hints, LiveSettings settings) {
        this.hints = hints;
        this.settings = settings;
    }

    /**
     * @param lastSeen the position of the last hint that the browser was told, if it comes back: what it missed comes first, or
     *     {@link Missed} where that cannot be told for sure
     */
    Flux<News> of(TenantId tenant, OptionalLong lastSeen) {
        var lost = new AtomicBoolean();
        return Flux.<News>create(sink -> enter(new Reader(tenant, sink), lastSeen), FluxSink.OverflowStrategy.IGNORE)
                .onBackpressureBuffer(settings.waiting(), _ -> lost.set(true), BufferOverflowStrategy.DROP_OLDEST)
                .concatMapIterable(news -> lost.getAndSet(false) ? List.of(new Missed(), news) : List.of(news), 1);
    }

    private synchronized void enter(Reader reader, OptionalLong lastSeen) {
        lastSeen.ifPresent(position -> missed(reader.tenant, position).forEach(reader.sink::next));
        readers.add(reader);
        reader.sink.onDispose(() -> readers.remove(reader));
    }

    private synchronized void hear(Hint hint) {
        remembered.addLast(hint);
        if (remembered.size() > settings.remembered()) remembered.removeFirst();
        for (var reader : readers) if (reader.tenant.equals(hint.tenant())) reader.sink.next(new Changed(hint));
    }

    /**
     * Hints of different views come in no order of positions, but all nodes hear them in one order: whoever was told of a
     * position has been told of everything heard before its first hint.
     */
    private List<News> missed(TenantId tenant, long position) {
        var since = new ArrayList<News>();
        var found = false;
        for (var hint : remembered) {
            if (!hint.tenant().equals(tenant)) continue;
            found |= hint.position() == position;
            if (found) since.add(new Changed(hint));
        }
        return found ? since : List.of(new Missed());
    }

    /** What was said before we listen (again), nobody here has heard. */
    private synchronized void deafened() {
        remembered.clear();
        readers.forEach(reader -> reader.sink.next(new Missed()));
    }

    /** How many browsers listen. */
    int readers() {
        return readers.size();
    }

    @Override
    public void start() {
        listening = hints.stream()
                .doOnSubscribe(_ -> deafened())
                .repeatWhen(ended -> ended.delayElements(SOON))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, SOON).maxBackoff(LATER))
                .subscribe(this::hear);
    }

    /** Before the web server stops, which would otherwise wait for streams that never end. */
    @Override
    public void stop() {
        listening.dispose();
        readers.forEach(reader -> reader.sink.complete());
    }

    @Override
    public boolean isRunning() {
        return !listening.isDisposed();
    }

    /** Told apart by identity: two browsers of one tenant are two readers. */
    private static final class Reader {
        private final TenantId tenant;
        private final FluxSink<News> sink;

        private Reader(TenantId tenant, FluxSink<News> sink) {
            this.tenant = tenant;
            this.sink = sink;
        }
    }
}
