package dev.parley.infra.eventlog;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Arrays of ids and of instants in PostgreSQL's binary form (array_recv: dimensions, nulls, element type, length, lower bound,
 * then each element behind its length). The driver writes these two as text, which both sides would spell and parse each time.
 */
final class BinaryArray {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int HEADER = 5 * Integer.BYTES;

    private BinaryArray() {}

    static Array ofIds(BaseConnection connection, List<Entry> entries, Function<LogRow, UUID> column)
            throws SQLException {
        var array = begin(Oid.UUID, entries.size(), 2 * Long.BYTES);
        for (var entry : entries) {
            var id = column.apply(entry.fact());
            array.putInt(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        }
        return new PgArray(connection, Oid.UUID_ARRAY, array.array());
    }

    /** To the microsecond. */
    static Array ofInstants(BaseConnection connection, List<Entry> entries, Function<LogRow, Instant> column)
            throws SQLException {
        var array = begin(Oid.TIMESTAMPTZ, entries.size(), Long.BYTES);
        for (var entry : entries)
            array.putInt(Long.BYTES).putLong(ChronoUnit.MICROS.between(EPOCH, column.apply(entry.fact())));
        return new PgArray(connection, Oid.TIMESTAMPTZ_ARRAY, array.array());
    }

    private static ByteBuffer begin(int elementType, int elements, int bytesEach) {
        return ByteBuffer.allocate(HEADER + elements * (Integer.BYTES + bytesEach))
                .putInt(1)
                .putInt(0)
                .putInt(elementType)
                .putInt(elements)
                .putInt(1);
    }
}
