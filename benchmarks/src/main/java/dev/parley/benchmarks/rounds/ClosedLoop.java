package dev.parley.benchmarks.rounds;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** So many clients, each of which sends the next command when the last was answered. Counts only what begins and ends in the window. */
public final class ClosedLoop {
    private static final long PATIENCE_SECONDS = 60;

    private final String peer;
    private final Supplier<Cpu> cpu;
    private final LongAdder done = new LongAdder();
    private final AtomicLong failures = new AtomicLong();
    private final Recorder latencies = new Recorder(3);
    private long from;
    private long until;

    private ClosedLoop(String peer, Supplier<Cpu> cpu) {
        this.peer = peer;
        this.cpu = cpu;
    }

    /** One client: what it sends next. */
    public interface Client {
        CompletableFuture<?> send();
    }

    /** Makes a client that starts afresh. */
    public interface Clients {
        Client next();
    }

    /** Those whose commands return at once and are answered later. */
    public static Round run(String peer, long postmaster, int clients, double warm, double seconds, Clients afresh)
            throws InterruptedException {
        var loop = new ClosedLoop(peer, () -> Cpu.now(postmaster));
        return loop.measure(clients, warm, seconds, ended -> loop.chain(afresh.next(), ended));
    }

    /** Those whose commands hold the caller's thread. */
    public static Round runBlocking(
            String peer, long postmaster, int clients, double warm, double seconds, Clients afresh)
            throws InterruptedException {
        return runBlocking(peer, () -> Cpu.now(postmaster), clients, warm, seconds, afresh);
    }

    /** @param cpu as it is accounted where the work is done elsewhere */
    public static Round runBlocking(
            String peer, Supplier<Cpu> cpu, int clients, double warm, double seconds, Clients afresh)
            throws InterruptedException {
        var loop = new ClosedLoop(peer, cpu);
        return loop.measure(
                clients,
                warm,
                seconds,
                ended -> Thread.ofPlatform().daemon().name("client").start(() -> loop.chain(afresh.next(), ended)));
    }

    private interface Start {
        void client(CountDownLatch ended);
    }

    private Round measure(int clients, double warm, double seconds, Start start) throws InterruptedException {
        var ended = new CountDownLatch(clients);
        from = System.nanoTime() + (long) (warm * 1e9);
        until = from + (long) (seconds * 1e9);
        for (var client = 0; client < clients; client++) start.client(ended);
        TimeUnit.NANOSECONDS.sleep(from - System.nanoTime());
        var before = cpu.get();
        TimeUnit.NANOSECONDS.sleep(until - System.nanoTime());
        var used = cpu.get().since(before);
        if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
            throw new IllegalStateException(ended.getCount() + " commands were never answered");
        return Round.of(peer, clients, done.sum(), seconds, latencies.getIntervalHistogram(), used, failures.get());
    }

    private void chain(Client client, CountDownLatch ended) {
        for (; ; ) {
            var begun = System.nanoTime();
            if (begun >= until) {
                ended.countDown();
                return;
            }
            var answer = sent(client);
            if (!answer.isDone()) {
                answer.whenComplete((_, failure) -> {
                    note(begun, failure);
                    chain(client, ended);
                });
                return;
            }
            note(begun, answer.isCompletedExceptionally() ? answer.exceptionNow() : null);
        }
    }

    private static CompletableFuture<?> sent(Client client) {
        try {
            return client.send();
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private void note(long begun, @Nullable Throwable failure) {
        var now = System.nanoTime();
        if (failure != null && failures.incrementAndGet() <= 3) failure.printStackTrace();
        if (failure != null || begun < from || now > until) return;
        latencies.recordValue(now - begun);
        done.increment();
    }
}
