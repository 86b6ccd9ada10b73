package dev.parley.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.driver.InterviewRun;
import dev.parley.driver.ParleyApi;
import dev.parley.driver.Persona;
import dev.parley.infra.store.postgres.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    @TempDir
    private Path home;

    @Test
    void an_interview_goes_on_after_a_kill() throws Exception {
        try (var api = app.signedInAs("sales@demo.test")) {
            var told = new ByteArrayOutputStream();
            var running = CompletableFuture.supplyAsync(() -> interview(api, new PrintStream(told, true, UTF_8)));
            await().atMost(Duration.ofMinutes(1)).until(() -> questionsIn(told.toString(UTF_8)) >= 2);
            app.parley().kill();
            app.parley().startAgain();
            assertThat(running).as(() -> told.toString(UTF_8)).succeedsWithin(Duration.ofMinutes(5));
            var outcome = running.join();
            assertThat(outcome.complete()).as(outcome.toString()).isTrue();
            wasOneInterview(InterviewLog.of(api, outcome.meetingId()));
        }
    }

    /** Row F2: as a load balancer would have it, the lead comes back to the node that is left. */
    @Test
    void another_node_takes_over_at_the_same_question_with_the_same_interviewer() throws Exception {
        var shared = Map.of(
                "PARLEY_DATABASE_URL",
                TestDatabase.fresh(),
                "PARLEY_SECRET",
                "bm90IGEgc2VjcmV0LCBidXQgdGhlc2UgYXJlIDMyIGI=");
        try (var one = ParleyProcess.startedIn(home.resolve("one"), shared);
                var other = ParleyProcess.startedIn(home.resolve("other"), shared);
                var balancer = new LoadBalancer(one.url());
                var api = ParleyApi.signIn(balancer.url(), "sales@demo.test")) {
            var told = new ByteArrayOutputStream();
            var running = CompletableFuture.supplyAsync(() -> interview(api, new PrintStream(told, true, UTF_8)));
            await().atMost(Duration.ofMinutes(1)).until(() -> questionsIn(told.toString(UTF_8)) >= 2);
            one.kill();
            balancer.sendTo(other.url());
            var killedAt = Instant.now();
            assertThat(running).as(() -> told.toString(UTF_8)).succeedsWithin(Duration.ofMinutes(5));

            var log = InterviewLog.of(api, running.join().meetingId());
            assertThat(running.join().complete()).as(told.toString(UTF_8)).isTrue();
            wasOneInterview(log);
            var next = log.events("interview.QuestionAsked").stream()
                    .map(InterviewLog::at)
                    .filter(killedAt::isBefore)
                    .findFirst()
                    .orElseThrow();
            System.out.printf(
                    "F2: the other node asked on %d ms after the kill%n",
                    Duration.between(killedAt, next).toMillis());
        }
    }

    private static void wasOneInterview(InterviewLog log) {
        assertThat(log.events("interview.InterviewerSeated")).hasSize(1);
        assertThat(log.voices()).hasSize(1);
        assertThat(log.askedThoughAnswered()).isEmpty();
        assertThat(log.settled()).containsAll(log.mandatory());
    }

    private static long questionsIn(String told) {
        return told.lines()
                .filter(line -> line.contains("Parley ") && line.endsWith("?"))
                .count();
    }

    private static InterviewRun.Outcome interview(ParleyApi api, PrintStream told) {
        try {
            return new InterviewRun(api, Persona.named("eager"), 8, told).run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
