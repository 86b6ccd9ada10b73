package dev.parley.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.driver.ParleyApi;
import dev.parley.driver.PlayRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlayJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_turn_of_a_played_meeting_is_stored_in_order_under_the_right_name() throws Exception {
        try (var api = app.signedInAs("sales@demo.test")) {
            var outcome = new PlayRun(api, 0, System.out).run(aMeeting(60));
            assertThat(outcome.complete()).as(outcome.toString()).isTrue();
            assertThat(outcome.events()).isEqualTo(60);
        }
    }

    @Test
    void a_kill_in_the_middle_loses_nothing_that_was_acknowledged() throws Exception {
        try (var api = app.signedInAs("sales@demo.test")) {
            var file = aMeeting(80);
            var told = new ByteArrayOutputStream();
            var playing = CompletableFuture.supplyAsync(() -> play(api, file, new PrintStream(told, true, UTF_8)));
            await().atMost(2, TimeUnit.MINUTES)
                    .until(() -> playing.isDone() || told.toString(UTF_8).contains("10 of 80 turns recorded"));
            app.parley().kill();
            app.parley().startAgain();
            var outcome = playing.get(4, TimeUnit.MINUTES);
            assertThat(outcome.complete()).as(outcome.toString()).isTrue();
            assertThat(outcome.events()).isEqualTo(80);
        }
    }

    /** Real meetings are not part of the repository: name their folder with {@code -Dparley.meetings=…} to play them too. */
    @ParameterizedTest
    @ValueSource(strings = {"TS3010a.json", "ES2006a.json", "covid_2.json"})
    void real_meetings_keep_every_turn(String name) throws Exception {
        var file = Path.of(System.getProperty("parley.meetings", "")).resolve(name);
        assumeTrue(Files.isReadable(file), "skipped: no " + name + " (set -Dparley.meetings)");
        try (var api = app.signedInAs("second@demo.test")) {
            var outcome = new PlayRun(api, 0, System.out).run(file);
            assertThat(outcome.complete()).as(outcome.toString()).isTrue();
        }
    }

    private static PlayRun.Outcome play(ParleyApi api, Path file, PrintStream out) {
        try {
            return new PlayRun(api, 10, out).run(file);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Three speakers taking turns, in the form of the files that are played. */
    private Path aMeeting(int turns) throws IOException {
        var speakers = List.of("Ada Host", "Ben Buyer (CFO)", "Cleo O’Neill");
        var json = new StringBuilder("{\"meeting_transcripts\":[");
        for (var i = 0; i < turns; i++)
            json.append(i == 0 ? "" : ",")
                    .append("{\"speaker\":\"")
                    .append(speakers.get(i % 3))
                    .append("\",\"content\":\"Turn ")
                    .append(i)
                    .append(" is about the quarterly forecast .\"}");
        return Files.writeString(folder.resolve("meeting.json"), json.append("]}"));
    }
}
