package dev.parley.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.driver.InterviewRun;
import dev.parley.driver.ParleyApi;
import dev.parley.driver.Persona;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

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
            var seats = count(api, outcome.meetingId(), "interview.InterviewerSeated");
            assertThat(seats).as("interviewers").isEqualTo(1);
        }
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

    private static long count(ParleyApi api, String meetingId, String type) throws Exception {
        return api.read("/audit/meetings/" + meetingId + "/events", "application/x-ndjson")
                .lines()
                .filter(line -> line.contains("\"" + type + "\""))
                .count();
    }
}
