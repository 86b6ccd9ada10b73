package dev.parley.benchmarks.signaling;

import java.io.IOException;
import java.util.List;

/** What one has to say to one kind of server. */
interface Dialect {

    /** The address to open a WebSocket at. */
    String path(int room, int place) throws IOException;

    default String subprotocol() {
        return "";
    }

    /** Says what has to be said first, and waits until the server has heard it. */
    void enter(Seat seat) throws IOException;

    /** When everybody is in. */
    default void prepare(List<Seat> seats, Talk talk) throws IOException {}

    /** What stands right before the stamp in what is delivered. */
    String mark(Talk talk);

    /** What one sends so that all get it who should: one message, or one for each. */
    List<Message> messages(Seat from, Seat to, Talk talk);

    static Dialect of(String name, int port) {
        return switch (name) {
            case "parley" -> new ParleyDialect(port);
            case "socketio" -> new SocketIoDialect();
            case "peerjs" -> new PeerJsDialect();
            case "ws", "uws" -> new PlainDialect();
            default -> throw new IllegalArgumentException("nobody speaks " + name);
        };
    }
}
