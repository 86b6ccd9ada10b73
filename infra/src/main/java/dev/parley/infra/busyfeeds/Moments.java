package dev.parley.infra.busyfeeds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/** Instants of what calendars write. Times without a zone, and whole days, are taken in UTC: nothing says what their author meant. */
final class Moments {
    private Moments() {}

    static Instant of(Temporal temporal) {
        return switch (temporal) {
            case Instant instant -> instant;
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
            case LocalDate date -> date.atStartOfDay().toInstant(ZoneOffset.UTC);
            default -> Instant.from(temporal);
        };
    }
}
