package dev.parley.benchmarks.booking;

import dev.parley.api.WireFormat;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A host's bookings without rules, rights or HTTP: when is a meeting of five minutes possible that begins on the half hour? */
final class BareCalendar implements AutoCloseable {
    private static final long STEP = 1_800_000;
    private static final long LENGTH = 300_000;
    private static final String BY_DATABASE = """
            select start from generate_series(?::bigint, ?::bigint, 1800000) start
            where not exists (select 1 from parley.host_slot s
                where s.calendar_id = ? and s.state <> 'FREE' and s.occupied_from < start + 300000 and s.occupied_to > start
                  and s.starts > start - 43200000 and s.starts < start + 14700000)
            """;
    private static final String RANGE = """
            select array_agg(occupied_from order by starts), array_agg(occupied_to order by starts)
            from parley.host_slot where calendar_id = ? and state <> 'FREE' and starts >= ? and starts < ?
            """;

    private final Connection connection;
    private final BusyWeeks weeks;

    BareCalendar(String database, BusyWeeks weeks) throws SQLException {
        this.connection = DriverManager.getConnection(database);
        this.weeks = weeks;
    }

    private record Line(Instant start, Instant end) {}

    /** The database decides which half hours nothing reaches into. */
    int freeByDatabase() throws SQLException {
        try (var question = connection.prepareStatement(BY_DATABASE)) {
            question.setLong(1, weeks.beginning().toEpochMilli());
            question.setLong(2, weeks.end().toEpochMilli() - 1);
            question.setObject(3, weeks.calendar().value());
            try (var rows = question.executeQuery()) {
                var found = 0;
                while (rows.next()) found++;
                return found;
            }
        }
    }

    /** The database lists the bookings, one sweep finds what is between them, and a page is written: the least that a listing can be. */
    int freeByArithmetic() throws SQLException {
        try (var question = connection.prepareStatement(RANGE)) {
            question.setObject(1, weeks.calendar().value());
            question.setLong(2, weeks.beginning().toEpochMilli());
            question.setLong(3, weeks.end().toEpochMilli());
            try (var row = question.executeQuery()) {
                row.next();
                var free = between((Long[]) row.getArray(1).getArray(), (Long[])
                        row.getArray(2).getArray());
                if (WireFormat.mapper().writeValueAsBytes(free).length == 0) throw new IllegalStateException("no page");
                return free.size();
            }
        }
    }

    /** @param from ascending */
    private List<Line> between(Long[] from, Long[] to) {
        var free = new ArrayList<Line>();
        var next = 0;
        for (var start = weeks.beginning().toEpochMilli(); start < weeks.end().toEpochMilli(); start += STEP) {
            while (next < to.length && to[next] <= start) next++;
            if (next < from.length && from[next] < start + LENGTH) continue;
            free.add(new Line(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + LENGTH)));
        }
        return free;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
