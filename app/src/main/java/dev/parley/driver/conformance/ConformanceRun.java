package dev.parley.driver.conformance;

import dev.parley.driver.ParleyApi;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Plays scripts with one server, several at a time, and says of each whether the server kept to it. */
public final class ConformanceRun implements AutoCloseable {
    /** They tell how far the meeting is, which no script decides. */
    static final Set<String> AT_ANY_TIME = Set.of("status", "progress", "interviewer");

    private final ParleyApi api;
    private final Venue venue;
    private final Optional<URI> signal;
    private final Duration patience;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /**
     * @param signal where the WebSocket is, if not where tickets say
     * @param patience for each thing that a script expects and sets no time for
     */
    public ConformanceRun(ParleyApi api, Optional<URI> signal, Duration patience) {
        this.api = api;
        this.venue = new Venue(api);
        this.signal = signal;
        this.patience = patience;
    }

    public Verdict play(Script script) throws InterruptedException {
        var begun = Instant.now();
        return new Verdict(script, failure(script), Duration.between(begun, Instant.now()));
    }

    private Optional<String> failure(Script script) throws InterruptedException {
        try (var stage = new Stage(script, venue, this::address, http, patience)) {
            stage.play();
            return Optional.empty();
        } catch (Unexpected | ParleyApi.Refusal | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private URI address(URI fromTicket) {
        return signal.orElseGet(() -> api.socketAddress(fromTicket.toString()));
    }

    /** All of them, those that must be alone last; each verdict is told as it is known. */
    public List<Verdict> play(List<Script> scripts, int atOnce, Consumer<Verdict> told) throws InterruptedException {
        var verdicts = new ArrayList<Verdict>();
        try (var stages = Executors.newFixedThreadPool(atOnce)) {
            var playing = new ArrayList<Future<Verdict>>();
            for (var script : longestFirst(scripts))
                if (!script.alone()) playing.add(stages.submit(() -> play(script)));
            for (var each : playing) verdicts.add(tell(outcome(each), told));
        }
        for (var script : scripts) if (script.alone()) verdicts.add(tell(play(script), told));
        return verdicts;
    }

    private static List<Script> longestFirst(List<Script> scripts) {
        return scripts.stream()
                .sorted(Comparator.comparing(Script::waits).reversed())
                .toList();
    }

    private static Verdict tell(Verdict verdict, Consumer<Verdict> told) {
        told.accept(verdict);
        return verdict;
    }

    private static Verdict outcome(Future<Verdict> playing) throws InterruptedException {
        try {
            return playing.get(10, java.util.concurrent.TimeUnit.MINUTES);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("a script could not be played at all", e);
        }
    }

    /** @return whether the server keeps to all of them */
    public boolean run(List<Script> scripts, boolean inDevelopment, boolean relayOnly, int atOnce, PrintStream out)
            throws InterruptedException {
        var playable = scripts.stream()
                .filter(script -> script.isFor(inDevelopment, relayOnly))
                .toList();
        var verdicts = play(playable, atOnce, verdict -> print(verdict, out));
        var failed = verdicts.stream().filter(verdict -> !verdict.passed()).count();
        out.printf(
                "%d passed, %d FAILED, %d not played (they need --development or --relay-only)%n",
                verdicts.size() - failed, failed, scripts.size() - playable.size());
        return failed == 0;
    }

    private static void print(Verdict verdict, PrintStream out) {
        out.printf(
                "%-6s  %-40s %5.1f s  %s%n",
                verdict.passed() ? "passed" : "FAILED",
                verdict.script().name(),
                verdict.took().toMillis() / 1_000.0,
                verdict.failure().orElse(verdict.script().about()));
        out.flush();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
