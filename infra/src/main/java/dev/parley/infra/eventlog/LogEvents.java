package dev.parley.infra.eventlog;

import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the log page by page, so that no stream is too long for the memory, and no snapshot of the database is held open. */
final class LogEvents {
    private final JdbcTemplate database;
    private final Reading reading;
    private final int page;

    LogEvents(DataSource dataSource, Reading reading, int page) {
        this.database = new JdbcTemplate(dataSource);
        this.reading = reading;
        this.page = page;
    }

    /** One page, oldest first; shorter than a page only at the end of the log. */
    List<LogRow> after(long position) {
        return database.query(LogSql.AFTER, (row, _) -> LogSql.row(row), position, page);
    }

    Stream<LogRow> allAfter(long position) {
        return pages(position, this::after, LogRow::position);
    }

    Stream<LogRow> ofStream(String stream, long firstSequence) {
        return pages(
                firstSequence - 1,
                last -> database.query(LogSql.OF_STREAM, (row, _) -> LogSql.row(row), stream, last + 1, page),
                LogRow::sequence);
    }

    long head() {
        return orZero(database.queryForObject("select position from parley.event_log_head", Long.class));
    }

    /** The position before the first event of this moment or later; the head if there is none. */
    long lastBefore(OffsetDateTime at) {
        return orZero(database.queryForObject("""
                select coalesce((select min(position) - 1 from parley.event_log where recorded_at >= ?),
                    (select position from parley.event_log_head))""", Long.class, at));
    }

    @Nullable
    Long lastSequenceOf(String stream) {
        return database.queryForObject(
                "select max(sequence) from parley.event_log where stream = ?", Long.class, stream);
    }

    /** @throws UnreadableEvent if it cannot be read */
    List<TrackedEventMessage<?>> tracked(LogRow row) {
        return reading.tracked(row);
    }

    /** As {@link Reading#orUnread} says. */
    List<TrackedEventMessage<?>> orUnread(LogRow row) {
        return reading.orUnread(row);
    }

    List<DomainEventMessage<?>> domain(LogRow row) {
        return reading.domain(row);
    }

    private Stream<LogRow> pages(long last, LongFunction<List<LogRow>> next, ToLongFunction<LogRow> key) {
        var rows = new Iterator<LogRow>() {
            private List<LogRow> current = List.of();
            private int index;
            private long reached = last;
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (index < current.size()) return true;
                if (ended) return false;
                current = next.apply(reached);
                index = 0;
                ended = current.size() < page;
                return !current.isEmpty();
            }

            @Override
            public LogRow next() {
                if (!hasNext()) throw new java.util.NoSuchElementException();
                var row = current.get(index++);
                reached = key.applyAsLong(row);
                return row;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
