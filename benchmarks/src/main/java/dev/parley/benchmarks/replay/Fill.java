package dev.parley.benchmarks.replay;

import dev.parley.api.Ids;
import dev.parley.api.StoredEvents;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.benchmarks.append.StockAxon;
import dev.parley.benchmarks.append.Story;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Puts many events into a log at once: rows as the appender writes them, but for their hashes, which prove nothing. */
final class Fill {
    private static final int AT_ONCE = 100_000;

    /** 50 events in a stream. */
    private static final String MANY = "md5('many' || (g - 1) / 50)::uuid::text as stream, (g - 1) % 50 as sequence";

    /** In the order of time, as those of commands are. */
    private static final String COMMAND = "(lpad(to_hex(g), 8, '0') || substr(gen_random_uuid()::text, 9))::uuid";

    private static final String EVENTS = """
            insert into parley.event_log (position, stream, sequence, stream_type, event_id, event_type, revision, recorded_at,
                tenant_id, command_id, command_index, correlation_id, payload, metadata, hash)
            select g, stream, sequence, 'Conversation', gen_random_uuid(), ?, '1', now(), ?, %s, 0, null,
                convert_to(replace(?, ?, stream), 'UTF8'), convert_to(?, 'UTF8'), sha256(int8send(g))
            from generate_series(?::bigint, ?::bigint) g, lateral (select %s) named""";

    private static final String AXON = """
            insert into domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp, payloadtype,
                payloadrevision, payload, metadata)
            select gen_random_uuid()::text, stream, sequence, 'Talk', to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ?, '1',
                convert_to(replace(?, ?, stream), 'UTF8'), convert_to(?, 'UTF8')
            from generate_series(?::bigint, ?::bigint) g, lateral (select %s) named""".formatted(MANY);

    private static final MeetingId MEETING = MeetingId.next(Instant.now());
    private static final String PAYLOAD = new String(Story.json(Story.recorded(MEETING, 0)), StandardCharsets.UTF_8);
    private static final String METADATA = new String(Story.json(Story.envelope()), StandardCharsets.UTF_8);

    private final String url;

    /** @param url of a user who may do anything */
    Fill(String url) {
        this.url = url;
    }

    /** Until the log holds so many events. */
    void log(long until) throws SQLException {
        try (var connection = connect(url)) {
            for (var from = head(connection) + 1; from <= until; from += AT_ONCE)
                insert(connection, MANY, from, Math.min(until, from + AT_ONCE - 1));
            settle(connection, "parley.event_log");
        }
    }

    /** Behind what is there, the streams that {@link Loads} loads. */
    void longStreams() throws SQLException {
        try (var connection = connect(url)) {
            for (var snapshots : List.of(false, true))
                for (var stream : longStreams(snapshots)) {
                    var before = head(connection);
                    var names = "'%s' as stream, g - %d as sequence".formatted(stream, before + 1);
                    insert(connection, names, before + 1, before + Loads.LENGTH);
                }
            settle(connection, "parley.event_log");
        }
    }

    /** Those that get snapshots, or the others. */
    static List<String> longStreams(boolean snapshots) {
        return IntStream.range(0, Loads.STREAMS)
                .mapToObj(number -> Ids.named("long stream", snapshots, number).toString())
                .toList();
    }

    /** The same events in Axon's own tables. */
    static void axonTables(String url, long events) throws SQLException {
        StockAxon.createTables(url);
        try (var connection = connect(url);
                var insert = connection.prepareStatement(AXON)) {
            for (var from = 1L; from <= events; from += AT_ONCE) {
                insert.setString(1, SegmentRecorded.class.getName());
                insert.setString(2, PAYLOAD);
                insert.setString(3, MEETING.toString());
                insert.setString(4, METADATA);
                insert.setLong(5, from);
                insert.setLong(6, Math.min(events, from + AT_ONCE - 1));
                insert.executeUpdate();
            }
            settle(connection, "domainevententry");
        }
    }

    long head() throws SQLException {
        try (var connection = connect(url)) {
            return head(connection);
        }
    }

    private static void insert(Connection connection, String names, long from, long last) throws SQLException {
        try (var insert = connection.prepareStatement(EVENTS.formatted(COMMAND, names))) {
            insert.setString(1, StoredEvents.nameOf(SegmentRecorded.class));
            insert.setObject(2, Story.TENANT.value());
            insert.setString(3, PAYLOAD);
            insert.setString(4, MEETING.toString());
            insert.setString(5, METADATA);
            insert.setLong(6, from);
            insert.setLong(7, last);
            insert.executeUpdate();
        }
        execute(
                connection,
                "update parley.event_log_head set position = %1$d, hash = sha256(int8send(%1$d))".formatted(last));
    }

    private static long head(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select position from parley.event_log_head")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** As a log is that has been there for a while: statistics made, pages clean. */
    private static void settle(Connection connection, String table) throws SQLException {
        execute(connection, "vacuum analyze " + table);
        execute(connection, "checkpoint");
    }

    private static Connection connect(String url) throws SQLException {
        var connection = DriverManager.getConnection(url);
        execute(connection, "set synchronous_commit = off");
        return connection;
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var once = connection.createStatement()) {
            once.execute(statement);
        }
    }
}
