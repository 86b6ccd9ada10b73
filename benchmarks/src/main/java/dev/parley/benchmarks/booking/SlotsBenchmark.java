package dev.parley.benchmarks.booking;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Database;
import dev.parley.benchmarks.Result;
import dev.parley.benchmarks.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;

/**
 * The free times of a host with 10,000 bookings over 60 days, over HTTP, beside the same question asked of the database alone:
 * every half hour that no booking reaches into. The bookings are written into the view in bulk, back to back from each midnight on.
 */
public final class SlotsBenchmark implements Benchmark {
    private static final int BOOKINGS = 10_000;
    private static final int DAYS = 60;
    private static final String FILL = """
            insert into parley.host_slot (tenant_id, slot_id, version, calendar_id, state, starts, ends, occupied_from, occupied_to, lapses)
            select (select tenant_id from parley.host_settings limit 1), gen_random_uuid(), 1, ?, 'BOOKED', at, at + 300000, at, at + 300000, 9223372036854775807
            from (select ? + (n / ?) * 86400000::bigint + (n % ?) * 300000::bigint as at from generate_series(0, ? - 1) n) slots
            """;
    private static final String PEER = """
            select start from generate_series(?::bigint, ?::bigint, 1800000) start
            where not exists (select 1 from parley.host_slot s
                where s.calendar_id = ? and s.state <> 'FREE' and s.occupied_from < start + 300000 and s.occupied_to > start
                  and s.starts > start - 43200000 and s.starts < start + 14700000)
            """;

    @Override
    public Result run(boolean quick) throws Exception {
        var questions = quick ? 300 : 2_000;
        try (var database = new Database();
                var server =
                        Server.start(database.folder().resolve("home"), Map.of("PARLEY_DATABASE_URL", database.url()));
                var host = new Host(server.url()).settle();
                var connection = DriverManager.getConnection(database.url())) {
            var calendar = UUID.fromString(host.calendarId());
            var first = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(1);
            fill(connection, calendar, millis(first));
            var path = "/availability?type=short&from=" + first + "&to=" + first.plusDays(DAYS - 1);
            var free = host.api().get(path).path("slots").size();
            var expected = free(connection, calendar, first);
            if (free != expected) throw new IllegalStateException(free + " free times, not " + expected);

            measure(questions / 3, () -> host.api().read(path, "application/json")); // warm-up
            var ours = measure(questions, () -> host.api().read(path, "application/json"));
            measure(questions / 30, () -> free(connection, calendar, first));
            var peer = measure(questions / 3, () -> free(connection, calendar, first));
            return new Result()
                    .figure("bookings", BOOKINGS)
                    .figure("free", free)
                    .latencies("listing", ours)
                    .latencies("sql", peer)
                    .ratio("sql_p99", ours.getValueAtPercentile(99) / (double) peer.getValueAtPercentile(99));
        }
    }

    private static Histogram measure(int times, Callable<?> question) throws Exception {
        var latencies = new Histogram(3);
        for (var i = 0; i < times; i++) {
            var begun = System.nanoTime();
            question.call();
            latencies.recordValue(System.nanoTime() - begun);
        }
        return latencies;
    }

    private static void fill(Connection connection, UUID calendar, long first) throws SQLException {
        var perDay = BOOKINGS / DAYS + 1;
        try (var insert = connection.prepareStatement(FILL)) {
            insert.setObject(1, calendar);
            insert.setLong(2, first);
            insert.setInt(3, perDay);
            insert.setInt(4, perDay);
            insert.setInt(5, BOOKINGS);
            insert.executeUpdate();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("analyze parley.host_slot");
        }
    }

    private static int free(Connection connection, UUID calendar, LocalDate first) throws SQLException {
        try (var question = connection.prepareStatement(PEER)) {
            question.setLong(1, millis(first));
            question.setLong(2, millis(first.plusDays(DAYS)) - 1);
            question.setObject(3, calendar);
            try (var rows = question.executeQuery()) {
                var found = 0;
                while (rows.next()) found++;
                return found;
            }
        }
    }

    private static long millis(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
