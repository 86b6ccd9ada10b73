package dev.parley.command;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How words get into a transcript.
 *
 * @param grace how long after the end of a meeting its last words are still accepted
 * @param remembered how many transcripts are kept in memory, to recognise repetitions without reading
 */
@ConfigurationProperties("parley.transcripts")
public record TranscriptSettings(
        @DefaultValue("2m") Duration grace,
        @DefaultValue("200") int remembered) {}
