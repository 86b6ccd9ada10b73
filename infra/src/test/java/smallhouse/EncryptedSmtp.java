package smallhouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A mail server on loopback with a certificate of the test's choice: TLS at once, or by STARTTLS. Knows one password. */
public final class EncryptedSmtp implements AutoCloseable {
    public static final char[] STORE_PASSWORD = "changeit".toCharArray();

    private final ServerSocket server;
    private final SSLSocketFactory sockets;
    private final boolean atOnce;

    private EncryptedSmtp(KeyStore certificate, boolean atOnce) {
        this.atOnce = atOnce;
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(certificate, STORE_PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            sockets = context.getSocketFactory();
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public static EncryptedSmtp atOnce(KeyStore certificate) {
        return new EncryptedSmtp(certificate, true);
    }

    public static EncryptedSmtp byStartTls(KeyStore certificate) {
        return new EncryptedSmtp(certificate, false);
    }

    public int port() {
        return server.getLocalPort();
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

    private void talk(Socket plain) {
        try (plain) {
            var client = atOnce ? encrypted(plain) : plain;
            say(client, "220 encrypted.test");
            for (var line = read(client); line != null; line = read(client)) {
                var step = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                say(client, answer(step, line, client instanceof SSLSocket));
                if (step.equals("STARTTLS")) client = encrypted(client);
                if (step.equals("QUIT")) return;
            }
        } catch (IOException e) {
            // the client went away: it did not like our certificate
        }
    }

    private static String answer(String step, String line, boolean encrypted) {
        return switch (step) {
            case "EHLO" ->
                encrypted ? "250-encrypted.test\r\n250 AUTH LOGIN PLAIN" : "250-encrypted.test\r\n250 STARTTLS";
            case "STARTTLS" -> "220 go ahead";
            case "AUTH" -> line.endsWith("AHBhcmxleQBzZXNhbWU=") ? "235 2.7.0 welcome" : "535 5.7.8 no";
            case "QUIT" -> "221 bye";
            default -> "250 OK";
        };
    }

    private Socket encrypted(Socket client) throws IOException {
        var encrypted = (SSLSocket) sockets.createSocket(client, null, client.getPort(), true);
        encrypted.setUseClientMode(false);
        encrypted.startHandshake();
        return encrypted;
    }

    private static String read(Socket client) throws IOException {
        var line = new StringBuilder();
        for (var c = client.getInputStream().read();
                c != '\n';
                c = client.getInputStream().read()) {
            if (c < 0) return null;
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }
}
