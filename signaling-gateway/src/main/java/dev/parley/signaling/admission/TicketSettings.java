package dev.parley.signaling.admission;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param validFor from being handed out to being used; @param most tickets that wait to be used */
public record TicketSettings(
        @DefaultValue("30s") Duration validFor,
        @DefaultValue("100000") int most) {}
