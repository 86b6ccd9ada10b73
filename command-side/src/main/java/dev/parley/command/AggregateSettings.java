package dev.parley.command;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param remembered how many aggregates are kept in memory */
@ConfigurationProperties("parley.aggregates")
public record AggregateSettings(@DefaultValue("5000") int remembered) {}
