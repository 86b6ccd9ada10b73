package dev.parley.benchmarks.promises;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The hash chain as the documentation describes it, written a second time so that a mistake in the first is seen. */
final class Chain {
    private byte[] last = new byte[32];

    /** Whether this row's hash is what it must be; to be asked in order of position. */
    boolean continuesWith(ResultSet row) throws SQLException, IOException {
        var content = new ByteArrayOutputStream();
        var out = new DataOutputStream(content);
        text(out, row.getString("stream"));
        out.writeLong(row.getLong("sequence"));
        text(out, row.getString("stream_type"));
        text(out, row.getString("event_id"));
        text(out, row.getString("event_type"));
        text(out, row.getString("revision"));
        var at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        id(out, row.getObject("tenant_id", UUID.class));
        id(out, row.getObject("command_id", UUID.class));
        out.writeInt(row.getInt("command_index"));
        text(out, row.getString("correlation_id"));
        bytes(out, row.getBytes("payload"));
        bytes(out, row.getBytes("metadata"));
        var leaf = sha256(content.toByteArray());
        var link = new ByteArrayOutputStream();
        link.write(last);
        new DataOutputStream(link).writeLong(row.getLong("position"));
        link.write(leaf);
        last = sha256(link.toByteArray());
        var stored = row.getBytes("hash");
        var equal = MessageDigest.isEqual(last, stored);
        last = stored;
        return equal;
    }

    byte[] last() {
        return last;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) out.writeInt(-1);
        else bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void id(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
