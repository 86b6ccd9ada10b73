package dev.parley.signaling.minutes;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How words get stored.
 *
 * @param waiting how much of one person may wait to be stored
 * @param within how long storing may take before the person is told to try again
 * @param clockSkew how far a client's clock may be off before its times are replaced by the server's
 */
public record MinutesSettings(
        @DefaultValue("64") int waiting,
        @DefaultValue("30s") Duration within,
        @DefaultValue("5s") Duration clockSkew) {}
