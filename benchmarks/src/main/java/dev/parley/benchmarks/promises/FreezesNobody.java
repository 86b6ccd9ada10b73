package dev.parley.benchmarks.promises;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** P4: a node is stopped (SIGSTOP) at random moments, and at the very moment at which it holds the lock of the log. */
final class FreezesNobody implements Promise {
    private static final Duration FROZEN_WITH_LOCK = Duration.ofSeconds(14);
    private static final long BLOCKED_AT_MOST_MILLIS = 10_000;

    @Override
    public String id() {
        return "P4";
    }

    @Override
    public String words() {
        return "a stopped node does not stop the others";
    }

    @Override
    public String sabotage() {
        return "no idle_in_transaction_session_timeout";
    }

    @Override
    public Verdict attempt(Trial trial) throws Exception {
        try (var stage = new Stage(trial)) {
            var victim = new Victim();
            try (var proxy = new Proxy(stage.cluster().port(), victim)) {
                var others = List.of(stage.node("node-1"), stage.node("node-2"));
                var url = Cluster.urlAt(proxy.port());
                var node = trial.sabotaged()
                        ? stage.node("victim", url, Map.of(), "parley.log.idle-in-transaction=0s")
                        : stage.node("victim", url, Map.of());
                victim.node.set(node);
                var book = UUID.randomUUID().toString();
                stage.send(node, "draft", book, "book of the victim");
                try (var load = stage.load(others, 50, 8, 10)) {
                    var withLock = 0L;
                    var rounds = trial.size(5, 1);
                    for (var round = 0; round < rounds; round++)
                        withLock = Math.max(withLock, freezeWithLock(stage, victim, node, book, load));
                    var atRandom = trial.sabotaged() ? 0 : freezeAtRandom(trial, stage, node, book, load);
                    load.close();
                    return verdict(trial, stage)
                            .mustBe(rounds, "stopped with the lock", victim.stopped)
                            .mustNotPass(BLOCKED_AT_MOST_MILLIS, "others blocked by the lock ms", withLock)
                            .mustNotPass(BLOCKED_AT_MOST_MILLIS, "others blocked at random ms", atRandom);
                }
            }
        }
    }

    private static Verdict verdict(Trial trial, Stage stage) throws Exception {
        return trial.sabotaged() ? new Verdict() : stage.check();
    }

    /** A new connection (so all are ended) has to ask for the lock, with the words that the proxy waits for. */
    private static long freezeWithLock(Stage stage, Victim victim, Node node, String book, Load load) throws Exception {
        var before = victim.stopped;
        victim.armed.set(true);
        stage.cluster()
                .run(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parley-appender'");
        var late = CompletableFuture.runAsync(() -> stage.send(node, "revise", book, "late " + UUID.randomUUID()));
        for (var i = 0; i < 100 && victim.stopped == before; i++) Thread.sleep(50);
        load.forgetSilence();
        Thread.sleep(FROZEN_WITH_LOCK);
        var silence = load.longestSilenceMillis();
        node.thaw();
        late.get(60, TimeUnit.SECONDS);
        return silence;
    }

    private static long freezeAtRandom(Trial trial, Stage stage, Node node, String book, Load load) throws Exception {
        var own = new AtomicBoolean(true);
        var busy = CompletableFuture.runAsync(() -> {
            while (own.get()) stage.send(node, "revise", book, "busy " + UUID.randomUUID());
        });
        var longest = 0L;
        var rounds = trial.size(50, 4);
        for (var round = 0; round < rounds && trial.inTime(); round++) {
            trial.pause(Duration.ofMillis(200), Duration.ofSeconds(1));
            load.forgetSilence();
            node.freeze();
            trial.pause(Duration.ofSeconds(2), Duration.ofSeconds(6));
            longest = Math.max(longest, load.longestSilenceMillis());
            node.thaw();
        }
        own.set(false);
        busy.get(60, TimeUnit.SECONDS);
        return longest;
    }

    /** Stops its node when that asks for the lock of the log: it will be given to somebody who cannot let go. */
    private static final class Victim implements Proxy.Harm {
        final AtomicReference<Node> node = new AtomicReference<>();
        final AtomicBoolean armed = new AtomicBoolean();
        volatile int stopped;

        @Override
        public Proxy.Fate toServer(byte[] bytes) {
            if (armed.get()
                    && new String(bytes, StandardCharsets.ISO_8859_1).contains("event_log_head for update")
                    && armed.compareAndSet(true, false)) stop();
            return Proxy.Fate.PASS;
        }

        private void stop() {
            try {
                node.get().freeze();
                stopped++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
