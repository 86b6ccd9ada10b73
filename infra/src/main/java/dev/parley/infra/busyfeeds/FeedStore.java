package dev.parley.infra.busyfeeds;

import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarId;
import dev.parley.infra.identity.Seal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down where other calendars are and what they said last. */
final class FeedStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Seal seal;

    FeedStore(DataSource database, TransactionTemplate transaction, Seal seal) {
        this.jdbc = JdbcClient.create(database);
        this.batches = new JdbcTemplate(database);
        this.transaction = transaction;
        this.seal = seal;
    }

    record Feed(TenantId tenant, CalendarId calendar) {}

    record Known(String address, String etag) {}

    /** Whatever another calendar said before does not count any more. */
    void connect(Feed feed, String address, String server, Instant now) {
        transaction.executeWithoutResult(_ -> {
            disconnect(feed);
            at(feed, """
                    insert into busy_feed (tenant_id, calendar_id, address, server, connected)
                    values (:tenant, :calendar, :address, :server, :now)
                    """)
                    .param("address", seal.close(address))
                    .param("server", server)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    void disconnect(Feed feed) {
        transaction.executeWithoutResult(_ -> {
            at(feed, "delete from busy_time where tenant_id = :tenant and calendar_id = :calendar")
                    .update();
            at(feed, "delete from busy_feed where tenant_id = :tenant and calendar_id = :calendar")
                    .update();
        });
    }

    Optional<Known> find(Feed feed) {
        return at(feed, "select address, etag from busy_feed where tenant_id = :tenant and calendar_id = :calendar")
                .query((row, _) -> new Known(seal.open(row.getBytes("address")), row.getString("etag")))
                .optional();
    }

    /** Unless the host connected another one, or none, while this was read. */
    void keep(Feed feed, Known read, String etag, List<TimeSlot> times, Instant now) {
        transaction.executeWithoutResult(_ -> {
            if (!isStill(feed, read)) return;
            at(feed, "delete from busy_time where tenant_id = :tenant and calendar_id = :calendar")
                    .update();
            batches.batchUpdate(
                    "insert into busy_time (tenant_id, calendar_id, starts, ends) values (?, ?, ?, ?)",
                    times,
                    500,
                    (row, time) -> {
                        row.setObject(1, feed.tenant().value());
                        row.setObject(2, feed.calendar().value());
                        row.setLong(3, time.start().toEpochMilli());
                        row.setLong(4, time.end().toEpochMilli());
                    });
            wasRead(feed, etag, now);
        });
    }

    void unchanged(Feed feed, Known read, Instant now) {
        transaction.executeWithoutResult(_ -> {
            if (isStill(feed, read)) wasRead(feed, read.etag(), now);
        });
    }

    void failed(Feed feed, String problem) {
        at(feed, "update busy_feed set problem = :problem where tenant_id = :tenant and calendar_id = :calendar")
                .param("problem", problem)
                .update();
    }

    private boolean isStill(Feed feed, Known read) {
        return at(feed, """
                select address, etag from busy_feed where tenant_id = :tenant and calendar_id = :calendar for update
                """)
                .query((row, _) -> seal.open(row.getBytes("address")))
                .optional()
                .filter(read.address()::equals)
                .isPresent();
    }

    private void wasRead(Feed feed, String etag, Instant now) {
        at(feed, """
                update busy_feed set etag = :etag, read_at = :now, problem = ''
                where tenant_id = :tenant and calendar_id = :calendar
                """)
                .param("etag", etag)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec at(Feed feed, String sql) {
        return jdbc.sql(sql)
                .param("tenant", feed.tenant().value())
                .param("calendar", feed.calendar().value());
    }
}
