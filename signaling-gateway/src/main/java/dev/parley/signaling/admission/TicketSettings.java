package dev.parley.signaling.admission;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param validFor from being handed out to being used
 * @param most tickets that wait to be used
 * @param spareFor as {@code validFor}, of tickets that people in a room get for coming back
 * @param loginGrace how long after the last ticket that was asked for with a login or a link spare ones are handed out
 */
public record TicketSettings(
        @DefaultValue("30s") Duration validFor,
        @DefaultValue("100000") int most,
        @DefaultValue("3m") Duration spareFor,
        @DefaultValue("2h") Duration loginGrace) {}
