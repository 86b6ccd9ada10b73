package dev.parley.journeys;

import dev.parley.driver.ParleyApi;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** The jar as it is shipped, in a process of its own: a Parley that can be killed and started again on the same data and the same port. */
final class ParleyProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final boolean passing;
    private final Map<String, String> settings;
    private final int port;
    private Process process;

    private ParleyProcess(Path home, boolean passing, Map<String, String> settings, int port) throws IOException {
        this.home = home;
        this.passing = passing;
        this.settings = settings;
        this.port = port;
        this.process = launch();
    }

    /** Starts on an empty home, of which only the log outlives it: in {@code target/homes}, for whoever asks why a test failed. */
    static ParleyProcess started(Map<String, String> settings) throws IOException, InterruptedException {
        var homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
        return started(Files.createTempDirectory(homes, "parley"), true, settings);
    }

    /** Starts on the embedded default, with its data in {@code home}, and waits until it is ready. */
    static ParleyProcess startedIn(Path home) throws IOException, InterruptedException {
        return startedIn(home, Map.of());
    }

    static ParleyProcess startedIn(Path home, Map<String, String> settings) throws IOException, InterruptedException {
        return started(home, false, settings);
    }

    private static ParleyProcess started(Path home, boolean passing, Map<String, String> settings)
            throws IOException, InterruptedException {
        var parley = new ParleyProcess(home, passing, settings, freePort());
        parley.awaitReady();
        return parley;
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** What kill -9 does: no shutdown hook, no goodbye. The embedded database server stays behind as an orphan. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
        awaitReady();
    }

    /** {@code parley VERB …} beside the running server, in its surroundings. */
    Process verb(String... words) throws IOException {
        return command(words).start();
    }

    private Process launch() throws IOException {
        return command()
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private ProcessBuilder command(String... words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PARLEY_HOME", home.toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("PARLEY_PUBLIC_URL", url().toString());
        builder.environment().putAll(settings);
        return builder;
    }

    private void awaitReady() throws IOException, InterruptedException {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!ParleyApi.isUp(url())) {
            if (!process.isAlive() || System.nanoTime() > giveUp)
                throw new IOException("Parley did not start:\n" + tail(Files.readString(log())));
            Thread.sleep(100);
        }
    }

    private static Path jar() throws IOException {
        var jar = Path.of("target", "parley.jar").toAbsolutePath();
        if (!Files.exists(jar)) throw new IOException(jar + " is missing: journeys run after ./mvnw package");
        return jar;
    }

    /** All that it ever wrote to its log. */
    String said() throws IOException {
        return Files.readString(log());
    }

    private Path log() throws IOException {
        return Files.createDirectories(home).resolve("server.log");
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 4_000));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        if (!passing) return;
        FileSystemUtils.deleteRecursively(home.resolve("postgres"));
        FileSystemUtils.deleteRecursively(home.resolve("postgres-binaries"));
    }
}
