package dev.parley.benchmarks.replay;

import dev.parley.api.StoredEvents;
import dev.parley.api.WireFormat;
import dev.parley.benchmarks.append.Ours;
import dev.parley.benchmarks.append.StockJson;
import dev.parley.benchmarks.rounds.Cpu;
import dev.parley.benchmarks.rounds.Orders;
import dev.parley.benchmarks.rounds.Round;
import dev.parley.infra.eventlog.LogReader;
import dev.parley.infra.eventlog.LogRow;
import java.lang.management.ManagementFactory;
import java.sql.DriverManager;
import java.util.List;
import javax.sql.DataSource;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Those who read the whole log from its first event to its last, each time they are told to. */
public final class Readers {
    private static final JsonMapper JSON = WireFormat.mapper();

    private static final ClassValue<ObjectReader> READERS = readers(JSON);
    private static final ClassValue<ObjectReader> STOCK_READERS = readers(StockJson.mapper());

    private Readers() {}

    /** Reads all there is. */
    interface Reading {
        long events() throws Exception;
    }

    /** Ours: pages by COPY, decoded beside the reading. */
    public static void serveOurs(String url, long postmaster) throws Exception {
        try (var store = Ours.store(url)) {
            var reader = store.getBean(LogReader.class);
            serve("ours", postmaster, () -> reader.read(0, reader.head(), Readers::decoded, Readers::seePage));
        }
    }

    /** Ours, and each event becomes a row of a view, written in the same transaction as its token. */
    public static void serveProjection(String url, long postmaster) throws Exception {
        try (var store = Ours.store(url)) {
            var reader = store.getBean(LogReader.class);
            var lines = new Lines(store.getBean(DataSource.class));
            serve("projection", postmaster, () -> {
                lines.begin();
                return reader.read(0, reader.head(), Lines::line, lines::write);
            });
        }
    }

    /** A peer: what a good programmer writes with JDBC alone. */
    public static void serveCursor(String url, long postmaster) throws Exception {
        try (var connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            serve("cursor", postmaster, () -> {
                var events = 0L;
                try (var select = connection.prepareStatement(
                        "select position, stream, sequence, stream_type, event_id, event_type,"
                                + " revision, recorded_at, tenant_id, command_id, command_index, correlation_id, payload,"
                                + " metadata, hash from parley.event_log order by position")) {
                    select.setFetchSize(10_000);
                    try (var row = select.executeQuery()) {
                        for (; row.next(); events++) {
                            for (var column = 1; column <= 15; column++) if (column != 13) see(row.getObject(column));
                            see(decoded(STOCK_READERS, row.getString(6), row.getBytes(13)));
                        }
                    }
                }
                connection.commit();
                return events;
            });
        }
    }

    static Object decoded(LogRow row) {
        return decoded(READERS, row.eventType(), row.payload());
    }

    private static ClassValue<ObjectReader> readers(JsonMapper json) {
        return new ClassValue<>() {
            @Override
            protected ObjectReader computeValue(Class<?> event) {
                return json.readerFor(event);
            }
        };
    }

    private static Object decoded(ClassValue<ObjectReader> readers, String type, byte[] payload) {
        return readers.get(StoredEvents.named(type).orElseThrow()).readValue(payload);
    }

    /** The compiler must not find out that nobody wants it. */
    private static void see(@Nullable Object read) {
        if (read == JSON) System.err.print("");
    }

    private static void seePage(List<Object> page) {
        if (page.size() == -1) System.err.print("");
    }

    static void serve(String name, long postmaster, Reading reading) throws Exception {
        Orders.serve((clients, _, atLeast) -> {
            var begun = System.nanoTime();
            var before = Cpu.now(postmaster);
            var events = 0L;
            do events += reading.events();
            while (System.nanoTime() - begun < atLeast * 1e9);
            var seconds = (System.nanoTime() - begun) / 1e9;
            var used = Cpu.now(postmaster).since(before);
            return Round.of(name, clients, events, seconds, new Histogram(3), used, 0)
                    .withHeap(liveHeap());
        });
    }

    /** What was left after the latest collections: all that must be kept at the same time. */
    private static double liveHeap() {
        var bytes = 0L;
        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
            var kept = pool.getCollectionUsage();
            if (kept != null) bytes += kept.getUsed();
        }
        return bytes / 1e6;
    }
}
