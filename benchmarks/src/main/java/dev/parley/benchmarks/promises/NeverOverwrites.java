package dev.parley.benchmarks.promises;

import dev.parley.benchmarks.Server;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** P7: fifty people change the same lead, having seen the same version, on two nodes; one of them may. */
final class NeverOverwrites implements Promise {
    private static final int CLIENTS = 50;

    @Override
    public String id() {
        return "P7";
    }

    @Override
    public String words() {
        return "concurrent edits never overwrite one another silently";
    }

    @Override
    public String sabotage() {
        return "clients send If-Match: *";
    }

    @Override
    public Verdict attempt(Trial trial) throws Exception {
        try (var cluster = new Cluster(trial.folder());
                var first = start(trial, cluster, "node-1");
                var second = start(trial, cluster, "node-2");
                var one = User.signIn(first.url());
                var other = User.signIn(second.url());
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var lead = one.send("POST", "/leads", Map.of("name", "Lena", "email", "lena@lead.test"));
            var id = one.json(lead).path("leadId").asString();
            var etag = etag(lead);
            var rounds = trial.size(200, 10);
            var done = 0;
            var odd = 0L;
            var successes = 0L;
            for (; done < rounds && trial.inTime(); done++) {
                var edits = new ArrayList<Callable<HttpResponse<String>>>();
                for (var client = 0; client < CLIENTS; client++) {
                    var user = client % 2 == 0 ? one : other;
                    var company = "Company " + done + "-" + client;
                    var match = trial.sabotaged() ? "*" : etag;
                    edits.add(() -> user.send("PATCH", "/leads/" + id, Map.of("company", company), "If-Match", match));
                }
                var won = new ArrayList<HttpResponse<String>>();
                for (var answer : clients.invokeAll(edits)) if (answer.get().statusCode() < 300) won.add(answer.get());
                if (won.size() != 1) odd++;
                successes += won.size();
                if (!won.isEmpty()) etag = etag(won.getLast());
            }
            var stored = cluster.number("select count(*) from event_log where stream = '" + id
                    + "' and event_type = 'lead.LeadContactRevised'");
            return new Verdict()
                    .mustReach(rounds, "rounds", done)
                    .told("edits that were accepted", successes)
                    .mustBe(0, "rounds without exactly one success", odd)
                    .mustBe(successes, "edits that were stored", stored);
        }
    }

    static Server start(Trial trial, Cluster cluster, String name) throws Exception {
        return Server.start(
                trial.folder().resolve(name),
                Map.of(
                        "PARLEY_DATABASE_URL",
                        cluster.url(),
                        "JAVA_TOOL_OPTIONS",
                        "-Xmx512m -Djdk.virtualThreadScheduler.parallelism=8"));
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("");
    }
}
