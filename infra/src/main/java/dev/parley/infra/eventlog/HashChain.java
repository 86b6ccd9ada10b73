package dev.parley.infra.eventlog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes the log provable: each row's hash covers its own content and the hash before it (SHA-256, FIPS 180-4), so whoever
 * knows the last hash knows that nothing below it was changed, moved, added or left out.
 *
 * <p>{@code leaf = SHA-256(content)}, with each text and byte field behind its length and an absent one as −1;
 * {@code hash(n) = SHA-256(hash(n−1) ‖ n as 8 bytes, big-endian ‖ leaf(n))}; {@code hash(0)} is 32 zero bytes.
 */
public final class HashChain {
    private static final byte[] GENESIS = new byte[32];

    private HashChain() {}

    /** The hash before the first row. */
    public static byte[] genesis() {
        return GENESIS.clone();
    }

    /** The hash that a row must have, by what it says and by the hash of the row before it. */
    public static byte[] hashOf(LogRow row, byte[] previous) {
        var leaf = leaf(
                row.stream(),
                row.sequence(),
                row.streamType(),
                row.eventId(),
                row.eventType(),
                row.revision(),
                row.recordedAt(),
                row.tenantId(),
                row.commandId(),
                row.commandIndex(),
                row.correlationId(),
                row.payload(),
                row.metadata());
        return link(previous, row.position(), leaf);
    }

    static byte[] link(byte[] previous, long position, byte[] leaf) {
        var digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, position));
        return digest.digest(leaf);
    }

    static byte[] leaf(
            String stream,
            long sequence,
            @Nullable String streamType,
            String eventId,
            String eventType,
            @Nullable String revision,
            Instant recordedAt,
            UUID tenantId,
            UUID commandId,
            int commandIndex,
            @Nullable String correlationId,
            byte[] payload,
            byte[] metadata) {
        var content = new ByteArrayOutputStream(payload.length + metadata.length + 256);
        try (var out = new DataOutputStream(content)) {
            text(out, stream);
            out.writeLong(sequence);
            text(out, streamType);
            text(out, eventId);
            text(out, eventType);
            text(out, revision);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt));
            id(out, tenantId);
            id(out, commandId);
            out.writeInt(commandIndex);
            text(out, correlationId);
            bytes(out, payload);
            bytes(out, metadata);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return sha256().digest(content.toByteArray());
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
