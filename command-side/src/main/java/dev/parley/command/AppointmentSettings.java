package dev.parley.command;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How appointments are made.
 *
 * @param heldFor how long a time is reserved while a meeting is being scheduled or moved
 * @param linkLasts how long after the end of a meeting the link of its invitees still works
 */
@ConfigurationProperties("parley.appointments")
public record AppointmentSettings(
        @DefaultValue("2m") Duration heldFor,
        @DefaultValue("30d") Duration linkLasts) {}
