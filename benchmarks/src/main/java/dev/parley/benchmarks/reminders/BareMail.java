package dev.parley.benchmarks.reminders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The least that so many letters cost: written before, and said one after the other over connections that stay open. */
final class BareMail {
    private BareMail() {}

    static void send(int port, int connections, List<String> letters) throws IOException, InterruptedException {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < connections; i++) {
                var first = i;
                running.add(pool.submit(() -> {
                    send(port, letters, first, connections);
                    return null;
                }));
            }
            for (var connection : running) connection.get();
        } catch (ExecutionException e) {
            throw new IOException("a letter was not taken", e.getCause());
        }
    }

    private static void send(int port, List<String> letters, int first, int step) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), port);
                var in =
                        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
            server.setTcpNoDelay(true);
            var out = server.getOutputStream();
            in.readLine();
            say(in, out, "EHLO bare");
            for (var i = first; i < letters.size(); i += step) {
                say(in, out, "MAIL FROM:<meetings@parley.test>");
                say(in, out, "RCPT TO:<lead@load.test>");
                say(in, out, "DATA");
                say(in, out, letters.get(i) + ".");
            }
            say(in, out, "QUIT");
        }
    }

    private static void say(BufferedReader in, OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        var answer = in.readLine();
        if (answer == null || answer.charAt(0) > '3') throw new IOException("the server said " + answer);
    }
}
