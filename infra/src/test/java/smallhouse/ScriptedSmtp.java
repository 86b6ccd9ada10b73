package smallhouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on loopback that says what a test tells it to; the steps are CONNECT, EHLO, MAIL, RCPT, DATA, LETTER, QUIT. */
public final class ScriptedSmtp implements AutoCloseable {
    /** Instead of an answer: the line goes dead. */
    public static final String DROP = "";

    /** Instead of an answer: none, on a line that stays open. */
    public static final String SILENCE = " ";

    /** Instead of a whole letter: the line goes dead when it has begun. */
    public static final String CUT = "\t";

    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "CONNECT", "220 scripted.test",
            "EHLO", "250 scripted.test",
            "HELO", "250 scripted.test",
            "MAIL", "250 2.1.0 OK",
            "RCPT", "250 2.1.5 OK",
            "DATA", "354 go on",
            "LETTER", "250 2.0.0 queued as 4711",
            "RSET", "250 OK",
            "QUIT", "221 bye"));

    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final List<String> cut = new CopyOnWriteArrayList<>();
    private final Map<String, Duration> pauses = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    public ScriptedSmtp() {
        try {
            server = new ServerSocket();
            server.setReceiveBufferSize(8_192); // of a letter that is cut, little may be on its way
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public ScriptedSmtp answering(String step, String answer) {
        answers.put(step, answer);
        return this;
    }

    public ScriptedSmtp answeringAfter(String step, Duration pause) {
        pauses.put(step, pause);
        return this;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What came after DATA, whatever was answered to it. */
    public List<String> letters() {
        return letters;
    }

    /** The first lines of letters of which no more was read. */
    public List<String> cut() {
        return cut;
    }

    /** Every line that is not part of a letter. */
    public List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            if (!say(client, "CONNECT")) return;
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                heard.add(line);
                var step = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (!say(client, step) || step.equals("QUIT")) return;
                if (step.equals("DATA") && answers.get("DATA").startsWith("354")) {
                    if (answers.get("LETTER").equals(CUT)) {
                        cut.add(in.readLine());
                        return;
                    }
                    letters.add(letter(in));
                    if (!say(client, "LETTER")) return;
                }
            }
        } catch (IOException e) {
            // the client went away; what it said before is all there is
        }
    }

    private boolean say(Socket client, String step) throws IOException {
        var answer = answers.getOrDefault(step, "502 what?");
        if (answer.equals(DROP)) return false;
        if (answer.equals(SILENCE)) return true;
        pause(step);
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private void pause(String step) throws IOException {
        try {
            Thread.sleep(pauses.getOrDefault(step, Duration.ZERO));
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine())
            letter.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        return letter.toString();
    }
}
