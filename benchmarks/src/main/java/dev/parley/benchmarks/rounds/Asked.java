package dev.parley.benchmarks.rounds;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Something that answers questions, each client asking the next when the last was answered.
 *
 * @param cpu as it is accounted where it works
 * @param clients makes the question of each client
 */
public record Asked(String name, Supplier<Cpu> cpu, Supplier<Callable<?>> clients) implements Peer {

    @Override
    public Round run(int clients, double warm, double seconds) throws InterruptedException {
        return ClosedLoop.runBlocking(name, cpu, clients, warm, seconds, this::client);
    }

    private ClosedLoop.Client client() {
        var question = clients.get();
        return () -> {
            try {
                return CompletableFuture.completedFuture(question.call());
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        };
    }

    @Override
    public void close() {}
}
