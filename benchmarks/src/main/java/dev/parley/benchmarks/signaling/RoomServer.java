package dev.parley.benchmarks.signaling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that runs on one core, the first. */
final class RoomServer implements AutoCloseable {
    private final String dialect;
    private final int port;
    private final Process process;

    private RoomServer(String dialect, int port, Process process) {
        this.dialect = dialect;
        this.port = port;
        this.process = process;
    }

    static RoomServer start(String dialect, Path peers, Path logs) throws IOException {
        var port = freePort();
        var command = new ArrayList<>(List.of("taskset", "-c", "0"));
        if (dialect.equals("parley")) command.addAll(Java.role("signaling-gateway", Integer.toString(port)));
        else command.addAll(List.of("node", dialect + ".js", Integer.toString(port)));
        var process = new ProcessBuilder(command)
                .directory(peers.toFile())
                .redirectError(logs.resolve(dialect + ".log").toFile())
                .start();
        var answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = answers.readLine(); line != null; line = answers.readLine())
            if (line.startsWith("READY")) return new RoomServer(dialect, port, process);
        throw new IOException(dialect + " did not start; see " + logs.resolve(dialect + ".log"));
    }

    String dialect() {
        return dialect;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** What of the machine's memory is this process's own share, in kilobytes. */
    long memory() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
