package dev.parley.benchmarks.signaling;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Round;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Everybody talks: one thread that never sleeps sends and receives for all. In an open loop each message bears the time at which
 * it should have been sent, so a server that stalls is charged for what waited (no coordinated omission).
 */
final class Conversation implements AutoCloseable {
    private static final int TEXT = 1;

    private final Selector selector = Selector.open();
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(1 << 18);
    private final List<Seat> seats;
    private final Talk talk;
    private final List<List<List<Message>>> messages = new ArrayList<>();
    private final int[] turn;
    private final int[] delivered;
    private final byte[] mark;
    private final Histogram latencies = new Histogram(3);
    private long countFrom = Long.MAX_VALUE;
    private long countUntil = Long.MAX_VALUE;
    private long deliveries;

    /** @param seats room by room */
    Conversation(List<Seat> seats, Talk talk, Dialect dialect) throws IOException {
        this.seats = seats;
        this.talk = talk;
        this.turn = new int[talk.rooms()];
        this.delivered = new int[talk.rooms()];
        this.mark = dialect.mark(talk).getBytes(US_ASCII);
        for (var seat : seats) messages.add(messagesOf(seat, dialect));
        for (var seat : seats) {
            seat.socket().configureBlocking(false);
            seat.socket().register(selector, SelectionKey.OP_READ, seat);
        }
    }

    /** To each other, or the one to all. */
    private List<List<Message>> messagesOf(Seat from, Dialect dialect) {
        var all = new ArrayList<List<Message>>();
        for (var step = 1; step < (talk.toRoom() ? 2 : talk.people()); step++) {
            var to = seats.get(from.room() * talk.people() + (from.place() + step) % talk.people());
            all.add(dialect.messages(from, to, talk));
        }
        return all;
    }

    /** Hears out what still comes of everybody's coming. */
    void settle(long nanos) throws IOException {
        var until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            if (selector.selectNow() == 0) continue;
            for (var key : selector.selectedKeys()) forget((Seat) key.attachment());
            selector.selectedKeys().clear();
        }
    }

    private void forget(Seat seat) throws IOException {
        read(seat);
        for (var frame = Frames.next(incoming); frame != null; frame = Frames.next(incoming))
            incoming.position(frame.end());
        seat.keep(incoming);
    }

    Round run(String peer, long server, double warm, double seconds) throws IOException {
        var begun = System.nanoTime();
        countFrom = begun + (long) (warm * 1e9);
        countUntil = countFrom + (long) (seconds * 1e9);
        if (talk.rate() == 0)
            for (var room = 0; room < talk.rooms(); room++)
                for (var n = 0; n < talk.window(); n++) sayNext(room, begun);
        if (talk.rate() > 0) openUntil(countFrom, begun, 0);
        else closedUntil(countFrom);
        var before = Cpu.now(server);
        deliveries = 0;
        var from = System.nanoTime();
        if (talk.rate() > 0) openUntil(countUntil, begun, (long) (warm * talk.rate()));
        else closedUntil(countUntil);
        var took = (System.nanoTime() - from) / 1e9;
        var used = Cpu.now(server).since(before);
        var done = deliveries;
        if (talk.rate() > 0) closedUntil(System.nanoTime() + 500_000_000L);
        return Round.of(peer, talk.people(), done, took, latencies, used, 0);
    }

    private void closedUntil(long end) throws IOException {
        while (System.nanoTime() < end) for (var spin = 0; spin < 8; spin++) receive();
    }

    private void openUntil(long end, long begun, long sent) throws IOException {
        for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
            var due = begun + (long) ((double) sent * 1e9 / talk.rate());
            if (due <= now) sayNext((int) (sent++ % talk.rooms()), due);
            else receive();
        }
    }

    private void sayNext(int room, long stamp) throws IOException {
        var n = turn[room]++;
        var from = room * talk.people() + n % talk.people();
        var choices = messages.get(from);
        for (var message : choices.get(n / talk.people() % choices.size()))
            seats.get(from).write(message.stamped(stamp % 10_000_000_000_000_000L));
    }

    private void receive() throws IOException {
        if (selector.selectNow() == 0) return;
        for (var key : selector.selectedKeys()) receive((Seat) key.attachment());
        selector.selectedKeys().clear();
    }

    private void receive(Seat seat) throws IOException {
        read(seat);
        for (var frame = Frames.next(incoming); frame != null; frame = Frames.next(incoming)) {
            if (frame.isClose()) throw new IOException("the server closes a connection");
            if (frame.isPing()) seat.write(Message.pong());
            else if (frame.opcode() == TEXT) hear(seat, frame);
            incoming.position(frame.end());
        }
        if (incoming.hasRemaining() || seat.rest().limit() > 0) seat.keep(incoming);
    }

    private void read(Seat seat) throws IOException {
        incoming.clear();
        if (seat.rest().hasRemaining()) incoming.put(seat.rest());
        if (seat.socket().read(incoming) < 0) throw new IOException("the server has closed a connection");
        incoming.flip();
    }

    private void hear(Seat seat, Frames.Frame frame) throws IOException {
        if (frame.length() == 1 && incoming.get(frame.payloadAt()) == '2') seat.say("3"); // Engine.IO's ping
        if (frame.length() < talk.size() * 9 / 10) return; // an answer to the one who talks
        if (talk.rate() > 0) {
            note(frame);
            return;
        }
        deliveries++;
        var room = seat.room();
        if (++delivered[room] < talk.deliveriesOfOne()) return;
        delivered[room] = 0;
        sayNext(room, 0);
    }

    private void note(Frames.Frame frame) {
        var now = System.nanoTime();
        var stamp = stamp(frame);
        if (stamp < 0) return;
        deliveries++;
        var intended = now - Math.floorMod(now - stamp, 10_000_000_000_000_000L);
        if (intended >= countFrom && intended < countUntil) latencies.recordValue(now - intended);
    }

    /** @return -1 if this is no message: servers have things to say, too */
    private long stamp(Frames.Frame frame) {
        for (var at = frame.payloadAt(); at < frame.end() - mark.length - Message.DIGITS; at++) {
            if (!isMark(at)) continue;
            var number = 0L;
            for (var digit = 0; digit < Message.DIGITS; digit++)
                number = number * 10 + incoming.get(at + mark.length + digit) - '0';
            return number;
        }
        return -1;
    }

    private boolean isMark(int at) {
        for (var i = 0; i < mark.length; i++) if (incoming.get(at + i) != mark[i]) return false;
        return true;
    }

    @Override
    public void close() throws IOException {
        for (var seat : seats) seat.close();
        selector.close();
    }
}
