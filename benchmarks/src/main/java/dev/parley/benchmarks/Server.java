package dev.parley.benchmarks;

import dev.parley.benchmarks.rounds.Cpu;
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

/** The product as it is shipped, {@code app/target/parley.jar}, in a process of its own. */
public final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final URI url;
    private final Duration startup;

    private Server(Process process, URI url, Duration startup) {
        this.process = process;
        this.url = url;
        this.startup = startup;
    }

    /** @param settings environment variables, for instance {@code PARLEY_DATABASE_URL} */
    public static Server start(Path home, Map<String, String> settings) throws IOException, InterruptedException {
        var port = freePort();
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        var flags = System.getenv("BENCHMARKS_JVM_SERVER");
        if (flags != null) command.addAll(List.of(flags.split(" ")));
        command.addAll(List.of("-jar", jar().toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        Files.createDirectories(home).resolve("server.log").toFile());
        builder.environment().put("SERVER_PORT", "" + port);
        builder.environment().put("PARLEY_HOME", home.toString());
        builder.environment().putAll(settings);
        var url = URI.create("http://localhost:" + port);
        var begun = System.nanoTime();
        var process = builder.start();
        while (!ParleyApi.isUp(url)) {
            var waited = Duration.ofNanos(System.nanoTime() - begun);
            if (!process.isAlive() || waited.compareTo(PATIENCE) > 0)
                throw new IOException("the server did not start; see " + home.resolve("server.log"));
            Thread.sleep(20);
        }
        return new Server(process, url, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** From the start of the process to the first 200. */
    Duration startup() {
        return startup;
    }

    public URI url() {
        return url;
    }

    /** CPU time used so far by the server's process. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** CPU time used so far by all: the server's as that of whoever works, this process's as that of whoever asks. */
    public Cpu cpu(long postmaster) {
        return Cpu.now(postmaster).of(TimeUnit.NANOSECONDS.toMicros(cpu().toNanos()));
    }

    private static Path jar() throws IOException {
        for (var candidate : List.of(Path.of("app/target/parley.jar"), Path.of("../app/target/parley.jar")))
            if (Files.exists(candidate)) return candidate.toAbsolutePath();
        throw new IOException(
                "app/target/parley.jar is missing: run ./mvnw -Pbenchmarks -DskipTests package from the root first");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
