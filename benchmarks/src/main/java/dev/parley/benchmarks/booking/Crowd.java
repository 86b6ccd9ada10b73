package dev.parley.benchmarks.booking;

import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Peer;
import dev.parley.benchmarks.rounds.Round;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Many who want the same time at once, time after time. What is measured is until each of them has an answer. */
final class Crowd implements Peer {
    private final String name;
    private final Supplier<Cpu> cpu;
    private final int times;
    private final Wish wish;
    private int time;

    /** @param times that are wanted in one round */
    Crowd(String name, Supplier<Cpu> cpu, int times, Wish wish) {
        this.name = name;
        this.cpu = cpu;
        this.times = times;
        this.wish = wish;
    }

    /** What somebody may hear who wants a time. */
    enum Answer {
        BOOKED,
        TAKEN
    }

    /** Somebody's. */
    interface Wish {
        Answer ask(int person, int time) throws Exception;
    }

    @Override
    public String name() {
        return name;
    }

    /** However long it takes: so many times are wanted, not for so many seconds. */
    @Override
    public Round run(int clients, double warm, double seconds) throws IOException, InterruptedException {
        var latencies = new Histogram(3);
        var wrong = 0;
        var before = cpu.get();
        var begun = System.nanoTime();
        for (var i = 0; i < times; i++) {
            var asked = System.nanoTime();
            var answers = rush(clients, time++);
            latencies.recordValue(System.nanoTime() - asked);
            if (answers.stream().filter(Answer.BOOKED::equals).count() != 1) wrong++;
        }
        var took = (System.nanoTime() - begun) / 1e9;
        return Round.of(
                name,
                clients,
                (long) times * clients,
                took,
                latencies,
                cpu.get().since(before),
                wrong);
    }

    private List<Answer> rush(int clients, int time) throws IOException, InterruptedException {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Answer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Answer>>();
            for (var i = 0; i < clients; i++) {
                var person = i;
                running.add(pool.submit(() -> {
                    start.await();
                    return wish.ask(person, time);
                }));
            }
            start.countDown();
            for (var attempt : running) answers.add(attempt.get());
        } catch (ExecutionException e) {
            throw new IOException(
                    "somebody was neither booked nor told that the time is taken: " + e.getCause(), e.getCause());
        }
        return answers;
    }

    @Override
    public void close() {}
}
