package dev.parley.benchmarks.booking;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Fifty strangers who want the same time at once, in 200 rounds: each round has exactly one of them booked and all others told
 * that the time is taken. Beside it: fifty connections inserting into a table whose exclusion constraint allows one.
 */
public final class ContentionBenchmark implements Benchmark {
    private static final int CROWD = 50;

    @Override
    public Result run(boolean quick) throws Exception {
        var rounds = quick ? 20 : 200;
        try (var database = new Database();
                var server = Server.start(
                        database.folder().resolve("home"),
                        Map.of("PARLEY_DATABASE_URL", database.url(), "PARLEY_PUBLIC_PAGES_CHANGES", "10000000"));
                var host = new Host(server.url()).settle()) {
            var calendar = host.calendarId();
            var first = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.DAYS);
            round(number -> host.book(calendar, first.toString(), "warm" + number + "@load.test")); // warm-up
            var tally = new int[3];
            var latencies = new Histogram(3);
            for (var i = 1; i <= rounds; i++) {
                var slot = first.plus(10L * i, ChronoUnit.MINUTES).toString();
                var begun = System.nanoTime();
                var statuses = round(number -> host.book(calendar, slot, "guest" + number + "@load.test"));
                latencies.recordValue(System.nanoTime() - begun);
                count(statuses, tally);
            }
            var peer = exclusion(database, rounds);
            return new Result()
                    .figure("rounds", rounds)
                    .figure("rounds_with_one_success", tally[0])
                    .figure("refused_as_taken", tally[1])
                    .figure("anything_else", tally[2])
                    .latencies("round_of_50", latencies)
                    .latencies("exclusion_round_of_50", peer)
                    .ratio(
                            "exclusion_p50",
                            latencies.getValueAtPercentile(50) / (double) peer.getValueAtPercentile(50));
        }
    }

    private interface Try {
        int by(int number) throws Exception;
    }

    private static void count(List<Integer> statuses, int[] tally) {
        var booked = statuses.stream().filter(status -> status == 201).count();
        var taken = (int) statuses.stream().filter(status -> status == 409).count();
        if (booked == 1) tally[0]++;
        tally[1] += taken;
        tally[2] += CROWD - taken - (int) booked;
    }

    private static List<Integer> round(Try one) throws Exception {
        var start = new CountDownLatch(1);
        var statuses = new ArrayList<Integer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Integer>>();
            for (var i = 0; i < CROWD; i++) {
                var number = i;
                running.add(pool.submit(() -> {
                    start.await();
                    return one.by(number);
                }));
            }
            start.countDown();
            for (var attempt : running) statuses.add(attempt.get());
        }
        return statuses;
    }

    private static Histogram exclusion(Database database, int rounds) throws Exception {
        var connections = new ArrayList<Connection>();
        try {
            for (var i = 0; i < CROWD; i++) connections.add(DriverManager.getConnection(database.peersUrl()));
            try (var statement = connections.getFirst().createStatement()) {
                statement.execute("create extension if not exists btree_gist");
                statement.execute(
                        "create table slot (host integer, during tstzrange, exclude using gist (host with =, during with &&))");
            }
            var latencies = new Histogram(3);
            for (var i = 0; i < rounds; i++) {
                var minutes = 10 * i;
                var begun = System.nanoTime();
                var statuses = round(number -> insert(connections.get(number), minutes));
                latencies.recordValue(System.nanoTime() - begun);
                if (statuses.stream().filter(status -> status == 201).count() != 1)
                    throw new IllegalStateException("the exclusion constraint let " + statuses + " pass");
            }
            return latencies;
        } finally {
            for (var connection : connections) connection.close();
        }
    }

    private static int insert(Connection connection, int minutes) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into slot select 1, tstzrange(at, at + interval '5 minutes') from (select timestamptz '2027-01-01' + ? * interval '1 minute' as at) t")) {
            insert.setInt(1, minutes);
            insert.executeUpdate();
            return 201;
        } catch (SQLException e) {
            if ("23P01".equals(e.getSQLState())) return 409;
            throw e;
        }
    }
}
