package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the browser checks of {@code web/e2e} in a real Chromium against a running server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    @Test
    void the_pages_work_in_chromium() throws Exception {
        var web = Path.of("..", "web").toAbsolutePath().normalize();
        var report = Files.createTempFile("parley-browser", ".log");
        var process = new ProcessBuilder(
                        "node", "e2e/run.mjs", "--url", app.parley().url().toString())
                .directory(web.toFile())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start();
        var ended = process.waitFor(10, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly().waitFor();
        System.out.println(Files.readString(report));
        assertThat(ended && process.exitValue() == 0)
                .as(Files.readString(report))
                .isTrue();
    }
}
