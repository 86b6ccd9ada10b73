package dev.parley.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One address for several nodes: everybody is sent to the one that is thought to be healthy. */
final class LoadBalancer implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile URI healthy;

    LoadBalancer(URI healthy) throws IOException {
        this.healthy = healthy;
        Thread.ofVirtual().start(this::admitAll);
    }

    URI url() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    /** From now on everybody who comes is sent there. */
    void sendTo(URI node) {
        healthy = node;
    }

    private void admitAll() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try (client;
                var node = new Socket(healthy.getHost(), healthy.getPort())) {
            open.add(node);
            var answering = Thread.ofVirtual().start(() -> carry(node, client));
            carry(client, node);
            answering.join();
            open.remove(node);
        } catch (IOException nobodyThere) {
            // The client sees its connection end, which is what it would see of a dead node.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    /** Whoever ends first ends both ways. */
    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // As above.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(LoadBalancer::end);
    }
}
