package dev.parley.signaling.room;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is kept for one person.
 *
 * @param waiting frames for a slow reader
 * @param waitingBytes of these
 * @param kept frames already sent, in case the connection was lost with them
 * @param keptBytes of these
 */
public record OutboxLimits(
        @DefaultValue("256") int waiting,
        @DefaultValue("1048576") int waitingBytes,
        @DefaultValue("256") int kept,
        @DefaultValue("262144") int keptBytes) {}
