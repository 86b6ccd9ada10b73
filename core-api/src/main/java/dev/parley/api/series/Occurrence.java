package dev.parley.api.series;

import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Which one of a series a meeting is. It stays so when the meeting moves (RFC 5545 §3.8.4.4).
 *
 * @param number from 1
 * @param recurrenceId the local start that the rule gave it, in the zone of the series
 */
public record Occurrence(SeriesId seriesId, int number, LocalDateTime recurrenceId, ZoneId zone) {}
