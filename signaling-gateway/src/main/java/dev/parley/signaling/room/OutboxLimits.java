package dev.parley.signaling.room;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is kept for one person.
 *
 * @param waiting frames for a slow reader
 * @param waitingWeight characters of these, about
 * @param kept frames already sent, in case the connection was lost with them
 * @param keptWeight characters of these, about
 */
public record OutboxLimits(
        @DefaultValue("256") int waiting,
        @DefaultValue("1048576") int waitingWeight,
        @DefaultValue("256") int kept,
        @DefaultValue("262144") int keptWeight) {}
