package dev.parley.infra.eventlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The network between a node and its database, for accidents that happen to the appender's connection. */
final class Wire implements AutoCloseable {
    private static final String APPENDER = "parley-appender";

    private final URI database;
    private final ServerSocket door;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable String> swallowAnswerTo = new AtomicReference<>();
    private final AtomicReference<@Nullable String> freezeAfter = new AtomicReference<>();
    private final CountDownLatch frozen = new CountDownLatch(1);
    private final CountDownLatch thawed = new CountDownLatch(1);
    private volatile boolean down;
    private volatile boolean downAfter;

    /** @param database {@code postgres://…} */
    Wire(String database) {
        try {
            this.database = URI.create(database);
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::accept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same database, by this wire. */
    String url() {
        return database.toString()
                .replace(database.getHost() + ":" + database.getPort(), "127.0.0.1:" + door.getLocalPort());
    }

    /** The next request with these words is carried out, but its answer is lost and the connection with it. */
    void swallowAnswerTo(String words) {
        swallowAnswerTo.set(words);
    }

    /** The same, and nobody gets through any more. */
    void breakDownAfter(String words) {
        downAfter = true;
        swallowAnswerTo.set(words);
    }

    /** The next request with these words goes through, and nothing that comes after it until {@link #thaw}. */
    void freezeAfter(String words) {
        freezeAfter.set(words);
    }

    void awaitFrozen() throws InterruptedException {
        frozen.await();
    }

    void thaw() {
        thawed.countDown();
    }

    /** Nobody gets through any more. */
    void down() {
        down = true;
        links.forEach(Link::cut);
    }

    void up() {
        down = false;
    }

    @Override
    public void close() throws IOException {
        thaw();
        door.close();
        links.forEach(Link::cut);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (down) {
                    client.close();
                    continue;
                }
                var link = new Link(client, new Socket(database.getHost(), database.getPort()));
                links.add(link);
                Thread.ofVirtual().start(link::requests);
                Thread.ofVirtual().start(link::answers);
            } catch (IOException closed) {
                // The door is closed, or this one client has gone.
            }
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean appender;
        private volatile boolean swallow;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void requests() {
            pump(client, server, (bytes, text) -> {
                if (text.contains(APPENDER)) appender = true;
                if (appender && happens(swallowAnswerTo, text)) swallow = true;
                server.getOutputStream().write(bytes);
                if (appender && happens(freezeAfter, text)) {
                    frozen.countDown();
                    thawed.await();
                }
            });
        }

        void answers() {
            pump(server, client, (bytes, _) -> {
                if (swallow) lose();
                else client.getOutputStream().write(bytes);
            });
        }

        private void lose() {
            if (downAfter) down();
            cut();
        }

        private void pump(Socket from, Socket to, Through through) {
            var buffer = new byte[1 << 16];
            try {
                for (var read = from.getInputStream().read(buffer);
                        read >= 0;
                        read = from.getInputStream().read(buffer)) {
                    var bytes = Arrays.copyOf(buffer, read);
                    through.pass(bytes, new String(bytes, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException | InterruptedException gone) {
                // Then so is the other side.
            }
            cut();
        }

        void cut() {
            links.remove(this);
            try (client;
                    server) {
                // Closing is all.
            } catch (IOException alreadyGone) {
                // Fine.
            }
        }
    }

    private interface Through {
        void pass(byte[] bytes, String text) throws IOException, InterruptedException;
    }

    private static boolean happens(AtomicReference<@Nullable String> accident, String text) {
        var words = accident.get();
        return words != null && text.contains(words) && accident.compareAndSet(words, null);
    }
}
