package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the browser checks of {@code web/e2e} in a real Chromium against a running server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrowserJourney {
    private static final String SECRET = "north";

    /** It may be told to break connections, and hides the addresses of the demo's other organisation behind a relay. */
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer(Map.of(
            "PARLEY_DEVELOPMENT",
            "true",
            "PARLEY_TURN_URLS",
            "turn:127.0.0.1:%d?transport=udp".formatted(freePort()),
            "PARLEY_TURN_SECRET",
            SECRET,
            "PARLEY_TURN_RELAYONLY",
            Ids.named("tenant", "other").toString()));

    @Test
    void the_pages_work_in_chromium() throws Exception {
        assertPasses();
    }

    @Test
    void calls_outlive_what_networks_and_machines_do_to_them() throws Exception {
        assertPasses("--drills");
    }

    private static void assertPasses(String... words) throws Exception {
        var web = Path.of("..", "web").toAbsolutePath().normalize();
        var report = Files.createTempFile("parley-browser", ".log");
        var command = new ArrayList<>(modestly());
        command.addAll(
                List.of("node", "e2e/run.mjs", "--url", app.parley().url().toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .directory(web.toFile())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile());
        builder.environment().put("PARLEY_TURN_SECRET", SECRET);
        var process = builder.start();
        var ended = process.waitFor(10, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly().waitFor();
        System.out.println(Files.readString(report));
        assertThat(ended && process.exitValue() == 0)
                .as(Files.readString(report))
                .isTrue();
    }

    /** Chromium run by root puts itself before everybody else, and the server that it talks to starves on a small machine. */
    private static List<String> modestly() {
        var mayRaiseItself = "root".equals(System.getProperty("user.name"));
        return mayRaiseItself && Files.isExecutable(Path.of("/usr/bin/setpriv"))
                ? List.of("setpriv", "--bounding-set=-sys_nice", "--inh-caps=-sys_nice")
                : List.of();
    }

    /** For a relay that is started by the check that needs it. */
    private static int freePort() {
        try (var free = new DatagramSocket()) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
