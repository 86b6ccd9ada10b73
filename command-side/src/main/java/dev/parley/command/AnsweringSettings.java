package dev.parley.command;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient clients are.
 *
 * @param within what time a command is answered, one way or another; well below the time that a slot is held
 */
@ConfigurationProperties("parley.answering")
public record AnsweringSettings(@DefaultValue("10s") Duration within) {}
