package dev.parley.benchmarks.rounds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A peer in a virtual machine of its own, so that its CPU is its own and its compiler sees nobody else's code. */
public final class PeerProcess implements Peer {
    private static final List<String> JVM = List.of(
            "-Xms1g",
            "-Xmx1g",
            "-XX:+UseParallelGC",
            "-Djdk.virtualThreadScheduler.parallelism=8", // as the application sets it
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    private PeerProcess(String name, Process process) throws IOException {
        this.name = name;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        answer("READY");
    }

    /**
     * @param role what {@code benchmarks peer} is to be
     * @param arguments of the role
     */
    public static PeerProcess start(String name, Path folder, String role, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        var flags =
                System.getenv("BENCHMARKS_JVM_" + role.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (flags != null) command.addAll(Arrays.asList(flags.split(" ")));
        var classes = System.getProperty("java.class.path");
        command.addAll(
                classes.endsWith(".jar") && !classes.contains(":")
                        ? List.of("-jar", classes)
                        : List.of("-cp", classes, "dev.parley.benchmarks.Benchmarks"));
        command.addAll(List.of("peer", role));
        command.addAll(Arrays.asList(arguments));
        return new PeerProcess(
                name,
                new ProcessBuilder(command)
                        .redirectError(folder.resolve(name + ".log").toFile())
                        .start());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Round run(int clients, double warm, double seconds) throws IOException {
        orders.write(clients + " " + warm + " " + seconds + "\n");
        orders.flush();
        return Round.read(answer("ROUND"));
    }

    private String answer(String word) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine())
            if (line.startsWith(word)) return line.substring(word.length());
        throw new IOException("The peer " + name + " has ended; its log tells why");
    }

    @Override
    public void close() throws IOException {
        try {
            orders.close();
            if (process.waitFor(20, TimeUnit.SECONDS)) return;
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
