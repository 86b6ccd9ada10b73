package dev.parley.benchmarks.replay;

import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.infra.eventlog.LogRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** A view of all that was said, a row for each event, written anew beside the old one: a page and its token in one transaction. */
final class Lines {
    /** Made by whoever may; {@code parley_write} fills them. */
    static final List<String> TABLES = List.of(
            "create schema benchmark",
            "create table benchmark.line (position bigint primary key, meeting uuid, segment uuid, speaker text, text text,"
                    + " started_at timestamptz)",
            "create table benchmark.token (position bigint)",
            "insert into benchmark.token values (0)",
            "grant usage on schema benchmark to parley_write",
            "grant all on benchmark.line, benchmark.token to parley_write");

    private static final String COPY = "copy benchmark.line from stdin (format binary)";
    private static final String TOKEN = "update benchmark.token set position = ?";
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");

    private final Connection connection;

    Lines(DataSource dataSource) throws SQLException {
        this.connection = dataSource.getConnection();
    }

    record Line(long position, SegmentRecorded said) {}

    static Line line(LogRow row) {
        return new Line(row.position(), (SegmentRecorded) Readers.decoded(row));
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("truncate benchmark.line");
        }
        connection.commit();
    }

    void write(List<Line> page) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        var out = ByteBuffer.allocate(
                HEADER.length + 2 + page.stream().mapToInt(Lines::atMost).sum());
        out.put(HEADER);
        for (var line : page) put(out, line);
        out.putShort((short) -1);
        copy.writeToCopy(out.array(), 0, out.position());
        copy.endCopy();
        try (var token = connection.prepareStatement(TOKEN)) {
            token.setLong(1, page.getLast().position());
            token.executeUpdate();
        }
        connection.commit();
    }

    private static int atMost(Line line) {
        return 100
                + 3 * (line.said().text().length() + line.said().speakerName().length());
    }

    private static void put(ByteBuffer out, Line line) {
        var said = line.said();
        out.putShort((short) 6);
        out.putInt(8).putLong(line.position());
        put(out, said.meetingId().value());
        put(out, said.segmentId().value());
        put(out, said.speakerName());
        put(out, said.text());
        out.putInt(8).putLong(Duration.between(YEAR_2000, said.startedAt()).toNanos() / 1_000);
    }

    private static void put(ByteBuffer out, UUID id) {
        out.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void put(ByteBuffer out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putInt(bytes.length).put(bytes);
    }
}
