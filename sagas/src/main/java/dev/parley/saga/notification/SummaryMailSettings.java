package dev.parley.saga.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who gets the summary of a meeting.
 *
 * @param leftEarly whoever was gone for longer than this when the meeting ended has left early, and gets none
 */
@ConfigurationProperties("parley.summary-mail")
public record SummaryMailSettings(@DefaultValue("5m") Duration leftEarly) {}
