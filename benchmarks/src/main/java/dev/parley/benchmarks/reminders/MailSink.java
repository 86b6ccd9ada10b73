package dev.parley.benchmarks.reminders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server on loopback (RFC 5321) that takes every letter, remembers when, and forgets what it said. */
final class MailSink implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger conversations = new AtomicInteger();

    MailSink() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    /**
     * @param kind what it is for, as we write it; empty for others' mail
     * @param to whom it was brought
     * @param letter as it came, without the last line
     */
    record Arrival(String kind, String to, Instant at, String letter) {}

    int port() {
        return server.getLocalPort();
    }

    List<Arrival> of(String kind) {
        return arrivals.stream().filter(arrival -> arrival.kind().equals(kind)).toList();
    }

    /** How many connections there have been. */
    int conversations() {
        return conversations.get();
    }

    void forget() {
        arrivals.clear();
        conversations.set(0);
    }

    private void accept() {
        while (!server.isClosed())
            try {
                var client = server.accept();
                conversations.incrementAndGet();
                Thread.ofVirtual().start(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
    }

    private void converse(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 16_384)) {
            client.setTcpNoDelay(true);
            var out = client.getOutputStream();
            say(out, "220 sink");
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var word = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                switch (word) {
                    case "DATA" -> {
                        say(out, "354 go on");
                        take(in, to);
                        say(out, "250 taken");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    case "RCPT" -> {
                        to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        say(out, "250 known");
                    }
                    default -> say(out, "250 sink");
                }
            }
        } catch (IOException hungUp) {
            // They may.
        }
    }

    private void take(BufferedReader in, String to) throws IOException {
        var letter = new StringBuilder(8_192);
        var kind = "";
        var inHead = true;
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (inHead && line.isEmpty()) inHead = false;
            if (inHead && line.startsWith("X-Parley-Kind: ")) kind = line.substring(15);
            letter.append(line).append("\r\n");
        }
        arrivals.add(new Arrival(kind, to, Instant.now(), letter.toString()));
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
