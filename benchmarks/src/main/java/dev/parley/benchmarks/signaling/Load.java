package dev.parley.benchmarks.signaling;

import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Round;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.HdrHistogram.ConcurrentHistogram;

/** All clients of all rooms, in a process of their own: one order a line on the standard input, one answer a line. */
public final class Load {
    private static final int AT_ONCE = 32;
    /** Rooms in which nobody talks are not those in which somebody does. */
    private static final int QUIET_ROOMS = 10_000;

    private static final int WINDOW = 4_096;
    private static final long SETTLED = 300_000_000L;

    private final List<Seat> held = new ArrayList<>();

    public static void serve() throws Exception {
        Cpu.now(ProcessHandle.current().pid()); // what is asked for the first time takes long
        var load = new Load();
        System.out.println("READY");
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var order = orders.readLine(); order != null; order = orders.readLine())
                System.out.println("DONE"
                        + load.carryOut(order.split(" ", 2)[0], order.split(" ", 2)[1])
                                .written());
        }
    }

    private Round carryOut(String what, String order) throws Exception {
        var words = order.split(" ");
        var port = Integer.parseInt(words[1]);
        return switch (what) {
            case "talk" -> talk(words, port, Talk.parse(order.split(" ", 6)[5]));
            case "hold" -> enter(words[0], port, Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "flood" -> flood(words[0], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
            case "release" -> release(words[0]);
            default -> throw new IOException("not an order: " + what);
        };
    }

    private static Round talk(String[] words, int port, Talk talk) throws IOException {
        var dialect = Dialect.of(words[0], port);
        var seats = new ArrayList<Seat>();
        for (var room = 0; room < talk.rooms(); room++)
            for (var place = 0; place < talk.people(); place++) seats.add(Seat.take(port, room, place, dialect));
        dialect.prepare(seats, talk);
        try (var conversation = new Conversation(seats, talk, dialect)) {
            conversation.settle(SETTLED);
            return conversation.run(
                    words[0], Long.parseLong(words[2]), Double.parseDouble(words[3]), Double.parseDouble(words[4]));
        }
    }

    /** Comes in with many at once, and stays. */
    private Round enter(String name, int port, int rooms, int people) throws Exception {
        var dialect = Dialect.of(name, port);
        var took = new ConcurrentHistogram(3);
        var begun = System.nanoTime();
        var before = Cpu.now(0);
        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = new ArrayList<CompletableFuture<Seat>>();
            for (var n = 0; n < rooms * people; n++) {
                var room = QUIET_ROOMS + n / people;
                var place = n % people;
                all.add(CompletableFuture.supplyAsync(() -> timed(port, room, place, dialect, took), hands));
            }
            for (var seat : all) held.add(seat.join());
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        return Round.of(name, people, held.size(), seconds, took, Cpu.now(0).since(before), 0);
    }

    private static Seat timed(int port, int room, int place, Dialect dialect, ConcurrentHistogram took) {
        var begun = System.nanoTime();
        try {
            var seat = Seat.take(port, room, place, dialect, Optional.of(WINDOW));
            took.recordValue(System.nanoTime() - begun);
            return seat;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of each room talks, and nobody of those who are held ever reads. */
    private Round flood(String name, int times, int people) throws IOException {
        var before = Cpu.now(0);
        var line = "{\"v\":1,\"type\":\"chat\",\"id\":9,\"payload\":{\"text\":\"" + "x".repeat(150) + "\"}}";
        for (var time = 0; time < times; time++)
            for (var seat = 0; seat < held.size(); seat += people)
                held.get(seat).say(line);
        return Round.of(
                name, people, times, 1, new ConcurrentHistogram(3), Cpu.now(0).since(before), 0);
    }

    private Round release(String name) throws IOException {
        var before = Cpu.now(0);
        var some = held.size();
        for (var seat : held) seat.close();
        held.clear();
        return Round.of(
                name, some, some, 1, new ConcurrentHistogram(3), Cpu.now(0).since(before), 0);
    }
}
