package dev.parley.benchmarks.promises;

import dev.parley.benchmarks.promises.Proxy.Fate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** P8: of every ten answers one is swallowed and one cut in half; whoever gets none asks again with the same key. */
final class NeverDoubles implements Promise {
    private static final int TRIES = 10;
    private static final int CLIENTS = 8;

    @Override
    public String id() {
        return "P8";
    }

    @Override
    public String words() {
        return "repeating a request never does it twice";
    }

    @Override
    public String sabotage() {
        return "no Idempotency-Key";
    }

    @Override
    public Verdict attempt(Trial trial) throws Exception {
        var repeats = new AtomicLong();
        var unanswered = new AtomicLong();
        var different = new AtomicLong();
        try (var cluster = new Cluster(trial.folder());
                var server = NeverOverwrites.start(trial, cluster, "node");
                var proxy = new Proxy(server.url().getPort(), new Careless(trial.random()));
                var direct = User.signIn(server.url());
                var proxied = direct.by(URI.create("http://localhost:" + proxy.port()));
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var requests = trial.size(2_000, 200);
            var all = new ArrayList<Callable<Void>>();
            for (var i = 0; i < requests; i++) {
                var lead = Map.of("name", "Lead " + i, "email", "lead" + i + "@lead.test");
                var headers = trial.sabotaged()
                        ? new String[0]
                        : new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
                all.add(() -> {
                    var answer = insist(proxied, lead, headers, repeats);
                    if (answer.isEmpty()) unanswered.incrementAndGet();
                    else if (headers.length > 0 && !answer.equals(said(direct.send("POST", "/leads", lead, headers))))
                        different.incrementAndGet();
                    return null;
                });
            }
            for (var done : clients.invokeAll(all)) done.get();
            var stored = cluster.number("select count(*) from event_log where event_type = 'lead.LeadRegistered'");
            return new Verdict()
                    .told("requests", requests)
                    .mustReach(1, "repeated", repeats.get())
                    .mustBe(0, "never answered", unanswered.get())
                    .mustBe(0, "doubled", stored - requests)
                    .mustBe(0, "answered differently", different.get());
        }
    }

    private static String insist(User user, Object lead, String[] headers, AtomicLong repeats)
            throws InterruptedException {
        for (var attempt = 0; attempt < TRIES; attempt++)
            try {
                if (attempt > 0) repeats.incrementAndGet();
                var answer = user.send("POST", "/leads", lead, headers);
                if (answer.statusCode() < 300) return said(answer);
            } catch (IOException lost) {
                Thread.sleep(20L << Math.min(attempt, 5));
            }
        return "";
    }

    /** What a client makes decisions by. */
    private static String said(HttpResponse<String> answer) {
        var headers = answer.headers();
        return answer.statusCode() + " " + headers.firstValue("ETag").orElse("") + " "
                + headers.firstValue("Location").orElse("") + " " + answer.body();
    }

    private record Careless(Random random) implements Proxy.Harm {
        @Override
        public synchronized Fate toClient(byte[] bytes) {
            var dice = random.nextInt(10);
            return dice == 0 ? Fate.SWALLOW : dice == 1 ? Fate.CUT : Fate.PASS;
        }
    }
}
