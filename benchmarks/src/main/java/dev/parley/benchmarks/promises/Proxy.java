package dev.parley.benchmarks.promises;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/** Stands between a client and a server, and may do harm to what passes. */
final class Proxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final int target;
    private final Harm harm;

    Proxy(int target, Harm harm) throws IOException {
        this.target = target;
        this.harm = harm;
        Thread.ofPlatform().daemon().name("proxy").start(this::accept);
    }

    enum Fate {
        PASS,
        /** Half of it passes, then both sides are cut off. */
        CUT,
        /** Nothing of it passes, then both sides are cut off. */
        SWALLOW
    }

    /** Decides what becomes of what was read. */
    interface Harm {
        default Fate toServer(byte[] bytes) {
            return Fate.PASS;
        }

        default Fate toClient(byte[] bytes) {
            return Fate.PASS;
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed())
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> join(client));
            } catch (IOException closed) {
                return;
            }
    }

    private void join(Socket client) {
        try {
            var behind = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            behind.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pump(client, behind, true));
            Thread.ofVirtual().start(() -> pump(behind, client, false));
        } catch (IOException nobodyBehind) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to, boolean toServer) {
        try {
            pass(from.getInputStream(), to.getOutputStream(), toServer);
        } catch (IOException oneSideIsGone) {
            // So is the other, now.
        } finally {
            close(from);
            close(to);
        }
    }

    private void pass(InputStream in, OutputStream out, boolean toServer) throws IOException {
        var buffer = new byte[64 * 1024];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            var bytes = Arrays.copyOf(buffer, read);
            switch (toServer ? harm.toServer(bytes) : harm.toClient(bytes)) {
                case PASS -> out.write(bytes);
                case CUT -> {
                    out.write(bytes, 0, read / 2);
                    return;
                }
                case SWALLOW -> {
                    return;
                }
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // As wanted.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
