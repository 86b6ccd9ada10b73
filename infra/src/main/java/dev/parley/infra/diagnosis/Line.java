package dev.parley.infra.diagnosis;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A line to a mail server on which we say one thing at a time (RFC 5321 §4.2). Whatever it says is bounded and printable. */
final class Line implements Closeable {
    private static final int LONGEST = 2_000;
    private static final int MOST_LINES = 100;
    private static final int SHOWN = 300;

    private final String host;
    private final int patience;
    private Socket socket = new Socket();

    /** @param words all lines of the answer, as one */
    record Answer(int code, String words) {
        boolean isYes() {
            return code >= 200 && code < 400;
        }

        boolean offers(String extension) {
            return (" " + words + " ").contains(" " + extension + " ");
        }

        @Override
        public String toString() {
            var text = code + " " + words;
            return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        }
    }

    Line(String host, Duration patience) {
        this.host = host;
        this.patience = (int) patience.toMillis();
    }

    void connect(int port) throws IOException {
        socket.connect(new InetSocketAddress(host, port), patience);
        socket.setSoTimeout(patience);
    }

    X509Certificate encrypt(SSLSocketFactory sockets) throws IOException {
        var encrypted = (SSLSocket) sockets.createSocket(socket, host, socket.getPort(), true);
        var parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // As the mail library has it: RFC 2818.
        encrypted.setSSLParameters(parameters);
        encrypted.setSoTimeout(patience);
        encrypted.startHandshake();
        socket = encrypted;
        return (X509Certificate) encrypted.getSession().getPeerCertificates()[0];
    }

    Answer say(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return hear();
    }

    Answer hear() throws IOException {
        var words = new StringBuilder();
        for (var i = 0; i < MOST_LINES; i++) {
            var line = readLine(socket.getInputStream());
            if (line.length() < 3 || !line.substring(0, 3).chars().allMatch(Character::isDigit))
                throw new IOException("This is no answer of a mail server.");
            words.append(words.isEmpty() ? "" : " ").append(line.length() > 4 ? line.substring(4) : "");
            if (line.length() == 3 || line.charAt(3) != '-')
                return new Answer(Integer.parseInt(line.substring(0, 3)), words.toString());
        }
        throw new IOException("The mail server does not stop talking.");
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("The server hung up.");
            if (line.length() >= LONGEST) throw new IOException("The mail server does not end its line.");
            if (c >= ' ' && c < 127) line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
