package dev.parley.infra.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.series.RecurrenceRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Many rules at random, in zones whose clocks jump by half an hour, at midnight, or never: ical4j expands them to the same instants. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurrenceAsCalendarsSeeItTest {
    private static final int RULES = 4_000;
    private static final int AT_LEAST = 1_000;
    private static final List<ZoneId> zones = Stream.of(
                    "America/New_York",
                    "Europe/Berlin",
                    "Australia/Lord_Howe",
                    "Africa/Cairo",
                    "Asia/Kathmandu",
                    "America/Santiago",
                    "UTC")
            .map(ZoneId::of)
            .toList();
    private static final List<String> days = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final long seed = Optional.ofNullable(System.getProperty("parley.seed"))
            .map(Long::parseLong)
            .orElseGet(System::nanoTime);
    private final Random random = new Random(seed);

    @Test
    void expands_to_the_same_instants() {
        var compared = 0;
        for (var i = 0; i < RULES; i++) {
            var zone = zones.get(random.nextInt(zones.size()));
            var first = LocalDate.of(2026, 1, 1)
                    .plusDays(random.nextInt(700))
                    .atTime(random.nextInt(24), 15 * random.nextInt(4));
            var rule = rule(first, zone);
            var ours = ours(rule, first, zone);
            if (ours.isEmpty()) continue;
            compared++;
            assertThat(ours.get())
                    .as("seed %d: %s from %s in %s", seed, rule, first, zone)
                    .isEqualTo(theirs(rule, first, zone));
        }
        assertThat(compared).as("seed %d", seed).isGreaterThan(AT_LEAST);
    }

    /** Empty for a rule that we refuse: it would go on too long, or does not have its first meeting in it. */
    private static Optional<List<Instant>> ours(String rule, LocalDateTime first, ZoneId zone) {
        try {
            return Optional.of(RecurrenceRule.parse(rule).starts(first, zone).stream()
                    .map(start -> start.atZone(zone).toInstant())
                    .toList());
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private static List<Instant> theirs(String rule, LocalDateTime first, ZoneId zone) {
        // Expanded on the clock on the wall, where a gap moves one meeting and not all that follow.
        return new Recur<LocalDateTime>(RecurrenceRule.parse(rule).text().replaceAll(";UNTIL=.*", ""))
                .getDates(first, first, first.plusYears(3)).stream()
                        .map(start -> start.atZone(zone))
                        .takeWhile(start -> !start.toInstant().isAfter(until(rule)))
                        .map(ZonedDateTime::toInstant)
                        .toList();
    }

    private static Instant until(String rule) {
        var at = rule.indexOf("UNTIL=");
        if (at < 0) return Instant.MAX;
        return LocalDateTime.parse(rule.substring(at + 6), DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'"))
                .toInstant(ZoneOffset.UTC);
    }

    private String rule(LocalDateTime first, ZoneId zone) {
        var frequency = List.of("DAILY", "WEEKLY", "MONTHLY").get(random.nextInt(3));
        var rule = new StringBuilder("FREQ=" + frequency);
        if (random.nextBoolean()) rule.append(";INTERVAL=").append(1 + random.nextInt(4));
        if (random.nextInt(3) > 0) rule.append(";BYDAY=").append(byDay(frequency, first));
        if (random.nextBoolean())
            return rule.append(";COUNT=").append(1 + random.nextInt(30)).toString();
        var last = first.plusDays(random.nextInt(300))
                .plusMinutes(random.nextInt(3) - 1L)
                .atZone(zone);
        return rule.append(";UNTIL=")
                .append(DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                        .withZone(ZoneOffset.UTC)
                        .format(last))
                .toString();
    }

    /** With the first meeting's own day, else most rules would not begin with it. */
    private String byDay(String frequency, LocalDateTime first) {
        var own = days.get(first.getDayOfWeek().ordinal());
        var nth = frequency.equals("MONTHLY") && random.nextBoolean() ? (first.getDayOfMonth() - 1) / 7 + 1 : 0;
        var others = IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> days.get(random.nextInt(7)))
                .filter(day -> !day.equals(own))
                .distinct();
        return String.join(
                ",",
                Stream.concat(Stream.of(nth == 0 ? own : nth + own), others).toList());
    }
}
