package dev.parley.benchmarks.signaling;

import dev.parley.benchmarks.rounds.Round;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The process that is all clients, on the second core. */
final class Generator implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    Generator(Path logs) throws IOException {
        var command = new ArrayList<>(List.of("taskset", "-c", "1"));
        command.addAll(Java.role("signaling-load", "0"));
        this.process = new ProcessBuilder(command)
                .redirectError(logs.resolve("load.log").toFile())
                .start();
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        answer("READY");
    }

    Round talk(RoomServer server, Talk talk, double warm, double seconds) throws IOException {
        return order(String.format(
                Locale.ROOT,
                "talk %s %d %d %f %f %s",
                server.dialect(),
                server.port(),
                server.pid(),
                warm,
                seconds,
                talk.written()));
    }

    /** So many come in, 32 at a time, and stay. */
    Round hold(RoomServer server, int rooms, int people) throws IOException {
        return order("hold " + server.dialect() + " " + server.port() + " " + rooms + " " + people);
    }

    /** Those who are held are told so much, and do not read it. */
    Round flood(RoomServer server, int times, int people) throws IOException {
        return order("flood " + server.dialect() + " " + server.port() + " " + times + " " + people);
    }

    Round release(RoomServer server) throws IOException {
        return order("release " + server.dialect() + " " + server.port());
    }

    private Round order(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        return Round.read(answer("DONE"));
    }

    private String answer(String word) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine())
            if (line.startsWith(word)) return line.substring(word.length());
        throw new IOException("the clients have ended; their log tells why");
    }

    @Override
    public void close() throws IOException {
        try {
            orders.close();
            if (process.waitFor(10, TimeUnit.SECONDS)) return;
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
