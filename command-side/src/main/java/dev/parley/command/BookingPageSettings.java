package dev.parley.command;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people without an account may do on a booking page.
 *
 * @param heldFor how long a time is kept for somebody who fills in the form
 */
@ConfigurationProperties("parley.booking-pages")
public record BookingPageSettings(@DefaultValue("5m") Duration heldFor) {}
