package dev.parley.infra.eventlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
    private static final MessageDigest SHA_256 = sha256();

    private HashChain() {}

    /** The hash before the first row. */
    public static byte[] genesis() {
        return GENESIS.clone();
    }

    /** The hash that a row must have, by what it says and by the hash of the row before it. */
    public static byte[] hashOf(LogRow row, byte[] previous) {
        return link(previous, row.position(), leaf(row));
    }

    static byte[] link(byte[] previous, long position, byte[] leaf) {
        var link = ByteBuffer.allocate(previous.length + Long.BYTES + leaf.length);
        return sha256(link.put(previous).putLong(position).put(leaf).array());
    }

    /** Covers everything but the place. */
    static byte[] leaf(LogRow fact) {
        return sha256(new Content()
                .text(fact.stream())
                .number(fact.sequence())
                .text(fact.streamType())
                .text(fact.eventId())
                .text(fact.eventType())
                .text(fact.revision())
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, fact.recordedAt()))
                .id(fact.tenantId())
                .id(fact.commandId())
                .index(fact.commandIndex())
                .text(fact.correlationId())
                .bytes(fact.payload())
                .bytes(fact.metadata())
                .toBytes());
    }

    /** A clone costs a fraction of asking for a new one, which is looked up among all providers. */
    private static byte[] sha256(byte[] content) {
        try {
            return ((MessageDigest) SHA_256.clone()).digest(content);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The canonical bytes, one field after another. */
    private static final class Content {
        private ByteBuffer buffer = ByteBuffer.allocate(2_048);

        Content text(@Nullable String text) {
            return text == null ? index(-1) : bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        Content bytes(byte[] bytes) {
            index(bytes.length);
            room(bytes.length).put(bytes);
            return this;
        }

        Content number(long number) {
            room(Long.BYTES).putLong(number);
            return this;
        }

        Content index(int number) {
            room(Integer.BYTES).putInt(number);
            return this;
        }

        Content id(UUID id) {
            return number(id.getMostSignificantBits()).number(id.getLeastSignificantBits());
        }

        private ByteBuffer room(int bytes) {
            if (buffer.remaining() < bytes) {
                var larger = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
                buffer = ByteBuffer.allocate(larger).put(buffer.flip());
            }
            return buffer;
        }

        byte[] toBytes() {
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }
}
