package dev.parley.saga;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How processes read the log.
 *
 * @param remembered how many facts are kept in memory, so that who looks again reads only what is new; 0 for none
 */
@ConfigurationProperties("parley.history")
public record HistorySettings(@DefaultValue("100000") int remembered) {}
