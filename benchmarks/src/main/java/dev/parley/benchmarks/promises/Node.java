package dev.parley.benchmarks.promises;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A node seen from outside: a process that runs the store, asked line by line, and treated badly. */
final class Node implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ANSWER_WITHIN_MILLIS = 30_000;

    private final String name;
    private final String databaseUrl;
    private final List<String> settings;
    private final Map<String, String> environment;
    private final Path log;
    private final int port = Machine.freePort();
    private volatile Process process;

    private Node(String name, String databaseUrl, Path folder, Map<String, String> environment, String... settings)
            throws IOException {
        this.name = name;
        this.databaseUrl = databaseUrl;
        this.settings = Arrays.asList(settings);
        this.environment = environment;
        this.log = folder.resolve(name + ".log");
        this.process = launch();
    }

    static Node start(String name, String databaseUrl, Path folder, String... settings)
            throws IOException, InterruptedException {
        return start(name, databaseUrl, folder, Map.of(), settings);
    }

    /** @param settings of Spring, without the dashes */
    static Node start(String name, String databaseUrl, Path folder, Map<String, String> environment, String... settings)
            throws IOException, InterruptedException {
        var node = new Node(name, databaseUrl, folder, environment, settings);
        node.awaitReady();
        return node;
    }

    Process process() {
        return process;
    }

    void kill() {
        Machine.killWithChildren(process);
    }

    /** After a kill; comes back when it answers. A node that starts while the database is away gives up, and is started again. */
    void restart() throws IOException, InterruptedException {
        process = launch();
        awaitReady();
    }

    void freeze() throws IOException, InterruptedException {
        Machine.signal("STOP", process);
    }

    void thaw() throws IOException, InterruptedException {
        Machine.signal("CONT", process);
    }

    Line line() throws IOException {
        return new Line(port);
    }

    /** One question on a connection of its own. */
    String ask(String... words) throws IOException {
        try (var line = line()) {
            return line.ask(words);
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > giveUp) throw new IOException(name + " did not start; see " + log);
            if (!process.isAlive()) process = launch();
            Thread.sleep(50);
        }
    }

    private boolean answers() {
        try {
            return ask("ping").equals("pong");
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process launch() throws IOException {
        var classes = System.getProperty("java.class.path");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // Classes are loaded from a nested jar, under a lock and pinned: two carriers can wait for one another.
                "-Djdk.virtualThreadScheduler.parallelism=8"));
        if (classes.contains(File.pathSeparator))
            command.addAll(List.of("-cp", classes, "dev.parley.benchmarks.Benchmarks"));
        else command.addAll(List.of("-jar", classes));
        command.addAll(List.of("promises-node", "--port=" + port));
        command.add("--parley.database.url=" + databaseUrl);
        settings.forEach(setting -> command.add("--" + setting));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return Machine.start(builder);
    }

    @Override
    public void close() {
        kill();
    }

    @Override
    public String toString() {
        return name;
    }

    /** A connection on which words are sent, tab between them, and a line comes back. */
    static final class Line implements AutoCloseable {
        private final Socket socket = new Socket();
        private final PrintWriter out;
        private final BufferedReader in;

        Line(int port) throws IOException {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
            socket.setSoTimeout(ANSWER_WITHIN_MILLIS);
            out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String ask(String... words) throws IOException {
            out.println(String.join("\t", words));
            var answer = in.readLine();
            if (answer == null) throw new IOException("the node hung up");
            return answer;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
