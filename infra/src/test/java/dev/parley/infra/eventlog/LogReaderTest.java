package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.infra.store.RunningStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogReaderTest {
    private static final String ONE = newStream();
    private static final String OTHER = "it's " + newStream();

    private static RunningStore store;
    private static LogReader reader;

    @BeforeAll
    static void start() {
        store = RunningStore.start();
        reader = new LogReader(store.the(HikariDataSource.class), 10, 1 << 20);
        var log = store.the(EventStorageEngine.class);
        for (var from = 0; from < 60; from += 20) {
            log.appendEvents(facts(ONE, from, 20));
            log.appendEvents(facts(OTHER, from, 20));
        }
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void reads_all_rows_as_others_read_them() throws InterruptedException {
        var rows = new ArrayList<LogRow>();

        var count = reader.read(0, reader.head(), rows::addAll);

        assertThat(count).isEqualTo(120);
        assertThat(rows).usingRecursiveFieldByFieldElementComparator().isEqualTo(page(0, 120));
    }

    @Test
    void reads_only_what_was_asked_for() throws InterruptedException {
        var positions = new ArrayList<Long>();

        reader.read(17, 42, LogRow::position, positions::addAll);

        assertThat(positions).isEqualTo(LongStream.rangeClosed(18, 42).boxed().toList());
    }

    @Test
    void reads_one_stream_from_a_sequence_number_on() throws InterruptedException {
        var rows = new ArrayList<LogRow>();

        reader.readStream(OTHER, 25, Function.identity(), rows::addAll);

        assertThat(rows).extracting(LogRow::stream).containsOnly(OTHER);
        assertThat(rows)
                .extracting(LogRow::sequence)
                .isEqualTo(LongStream.range(25, 60).boxed().toList());
    }

    @Test
    void reads_nothing_where_there_is_nothing() throws InterruptedException {
        assertThat(reader.read(120, 120, _ -> {})).isZero();
        assertThat(reader.read(120, Long.MAX_VALUE, _ -> {})).isZero();
        assertThat(reader.readStream("nobody", 0, LogRow::position, _ -> {})).isZero();
    }

    @Test
    void ends_a_page_by_rows_or_by_bytes() throws InterruptedException {
        assertThat(pages(reader)).containsOnly(10);
        assertThat(pages(new LogReader(store.the(HikariDataSource.class), 10, 1)))
                .containsOnly(1);
    }

    @Test
    void hands_pages_over_in_order_however_long_each_takes_to_decode() throws InterruptedException {
        var positions = new ArrayList<Long>();

        reader.read(0, 120, LogReaderTest::slowlyAtFirst, positions::addAll);

        assertThat(positions).isSorted().hasSize(120);
    }

    @Test
    void stops_and_gives_its_connection_back_when_its_reader_fails() {
        assertThatThrownBy(() -> reader.read(0, 120, _ -> {
                    throw new IOException("full");
                }))
                .isInstanceOf(IOException.class);

        await().until(() ->
                store.the(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections() == 0);
    }

    @Test
    void tells_when_a_fact_cannot_be_decoded() {
        assertThatThrownBy(() -> reader.read(0, 120, LogReaderTest::unreadable, _ -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("fact 77");
    }

    private static long unreadable(LogRow row) {
        if (row.position() == 77) throw new IllegalStateException("fact 77");
        return row.position();
    }

    private static long slowlyAtFirst(LogRow row) {
        LockSupport.parkNanos(row.position() <= 10 ? 5_000_000 : 0);
        return row.position();
    }

    private static List<Integer> pages(LogReader reader) throws InterruptedException {
        var sizes = new ArrayList<Integer>();
        reader.read(0, 120, page -> sizes.add(page.size()));
        return sizes;
    }

    /** By the driver's ordinary way. */
    private static List<LogRow> page(long after, int rows) {
        return store.sql()
                .sql(LogSql.AFTER)
                .params(after, rows)
                .query((row, _) -> LogSql.row(row))
                .list();
    }
}
