package dev.parley.infra.eventlog;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * Names messages by UUIDs of version 7 (RFC 9562 §5.7): those of one moment lie side by side in the log's index of commands,
 * whatever its size. Found by Axon as a service. The ids are names, not secrets.
 */
public final class TimeOrderedIds extends IdentifierFactory {
    private final AtomicLong last = new AtomicLong();

    @Override
    public String generateIdentifier() {
        // 48 bits of milliseconds and 12 bits that count on within one, so that a node's ids never go backwards.
        var now = GenericEventMessage.clock.millis() << 12;
        var tick = last.updateAndGet(before -> Math.max(before + 1, now));
        var high = (tick >>> 12 << 16) | 0x7000L | (tick & 0xFFFL);
        var low = (ThreadLocalRandom.current().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
