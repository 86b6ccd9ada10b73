package dev.parley.saga.summary;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param patience how long the summariser may think before the meeting is summarised from its own words */
@ConfigurationProperties("parley.summary")
public record SummarySettings(@DefaultValue("60s") Duration patience) {}
