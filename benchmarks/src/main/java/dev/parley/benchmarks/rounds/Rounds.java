package dev.parley.benchmarks.rounds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All rounds of a run, and what they come to. */
public final class Rounds {
    private static final long SEED = 20_261_122;

    private final List<Round> all = new ArrayList<>();
    private final List<Peer> peers;
    private final int times;
    private final double warm;
    private final double seconds;

    public Rounds(List<? extends Peer> peers, int times, double warm, double seconds) {
        this.peers = List.copyOf(peers);
        this.times = times;
        this.warm = warm;
        this.seconds = seconds;
    }

    /** What was measured otherwise, a single time. */
    public static Rounds once(Round... measured) {
        var rounds = new Rounds(List.of(), 0, 0, 0);
        rounds.all.addAll(List.of(measured));
        return rounds;
    }

    /** One long round for each, which counts for nothing: compilers and caches are to be warm. */
    public Rounds heat(int clients, double seconds) throws IOException, InterruptedException {
        for (var peer : peers) peer.run(clients, 0, seconds);
        return this;
    }

    /** Every peer in every round, each time in another order, so that a busy moment of the machine meets anybody. */
    public Rounds run(int clients) throws IOException, InterruptedException {
        var order = new ArrayList<>(peers);
        var dice = new Random(SEED + clients);
        for (var time = 0; time < times; time++) {
            Collections.shuffle(order, dice);
            for (var peer : order) {
                var round = peer.run(clients, warm, seconds);
                if (round.failures() > 0)
                    throw new IOException(peer.name() + " failed " + round.failures() + " times; its log tells why");
                all.add(round);
            }
        }
        return this;
    }

    public List<Round> of(String peer, int clients) {
        return all.stream()
                .filter(round -> round.peer().equals(peer) && round.clients() == clients)
                .toList();
    }

    public double median(String peer, int clients, ToDoubleFunction<Round> figure) {
        return median(of(peer, clients).stream().mapToDouble(figure).sorted().toArray());
    }

    /** One's median divided by another's. */
    public double ratio(String one, String other, int clients, ToDoubleFunction<Round> figure) {
        return median(one, clients, figure) / median(other, clients, figure);
    }

    public double foreign() {
        return median(all.stream().mapToDouble(Round::foreign).sorted().toArray());
    }

    private static double median(double[] sorted) {
        return sorted.length == 0 ? Double.NaN : (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }

    /** As Markdown: medians, with the slowest and the fastest round. */
    public void print() {
        System.out.println(
                "| peer | clients | per second (median [least..most]) | p50 ms | p99 ms | app µs | database µs | foreign % |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        all.stream()
                .mapToInt(Round::clients)
                .distinct()
                .sorted()
                .forEach(clients -> names().forEach(peer -> print(peer, clients)));
    }

    private Stream<String> names() {
        return Stream.concat(peers.stream().map(Peer::name), all.stream().map(Round::peer))
                .distinct();
    }

    private void print(String peer, int clients) {
        var speeds = of(peer, clients).stream().mapToDouble(Round::perSecond).summaryStatistics();
        System.out.printf(
                "| %s | %d | %,.0f [%,.0f..%,.0f] | %.2f | %.2f | %.1f | %.1f | %.0f |%n",
                peer,
                clients,
                median(peer, clients, Round::perSecond),
                speeds.getMin(),
                speeds.getMax(),
                median(peer, clients, Round::p50Millis),
                median(peer, clients, Round::p99Millis),
                median(peer, clients, Round::appMicros),
                median(peer, clients, Round::databaseMicros),
                median(peer, clients, Round::foreign));
    }
}
