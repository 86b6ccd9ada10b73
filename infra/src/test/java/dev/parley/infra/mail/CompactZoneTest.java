package dev.parley.infra.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompactZoneTest {
    private static final Instant FROM = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TO = Instant.parse("2028-06-30T00:00:00Z");

    static Stream<String> regions() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("SystemV"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("regions")
    void a_calendar_reads_the_offsets_that_we_reckon_with(String region) throws Exception {
        var rules = ZoneId.of(region).getRules();
        var written = read(CompactZone.of(ZoneId.of(region), FROM, TO));
        assertThat(moments(rules, Duration.ofSeconds(1)))
                .allSatisfy(moment -> assertThat(offset(written, moment))
                        .as("%s at %s", region, moment)
                        .isEqualTo(rules.getOffset(moment)));
    }

    /** Which looks for a change too late or too early by its offset: not beside it, therefore. */
    @ParameterizedTest
    @MethodSource("regions")
    void ical4j_reckons_the_same_offsets(String region) throws Exception {
        var rules = ZoneId.of(region).getRules();
        var written = new TimeZone(read(CompactZone.of(ZoneId.of(region), FROM, TO)));
        assertThat(moments(rules, Duration.ofDays(2)))
                .allSatisfy(moment -> assertThat(written.getOffset(moment.toEpochMilli()) / 1000)
                        .as("%s at %s", region, moment)
                        .isEqualTo(rules.getOffset(moment).getTotalSeconds()));
    }

    @Test
    void two_yearly_rules_are_enough_for_most_zones() {
        assertThat(text("America/New_York"))
                .containsSubsequence(
                        "BEGIN:VTIMEZONE",
                        "TZID:America/New_York",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20250309T020000",
                        "TZOFFSETFROM:-0500",
                        "TZOFFSETTO:-0400",
                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
                        "BEGIN:STANDARD",
                        "DTSTART:20251102T020000",
                        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
                        "END:VTIMEZONE")
                .hasSize(15);
        assertThat(text("Europe/Berlin"))
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
                .contains("DTSTART:20250330T020000", "DTSTART:20251026T030000");
        assertThat(text("Australia/Lord_Howe")).contains("TZOFFSETFROM:+1030", "TZOFFSETTO:+1100");
    }

    @Test
    void a_rule_that_names_no_such_sunday_names_its_days() {
        assertThat(text("Asia/Jerusalem"))
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR");
    }

    @Test
    void a_zone_whose_clocks_never_change_has_one_offset() {
        assertThat(text("Asia/Kathmandu"))
                .containsExactly(
                        "BEGIN:VTIMEZONE",
                        "TZID:Asia/Kathmandu",
                        "BEGIN:STANDARD",
                        "DTSTART:19700101T000000",
                        "TZOFFSETFROM:+0545",
                        "TZOFFSETTO:+0545",
                        "END:STANDARD",
                        "END:VTIMEZONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Africa/Casablanca", "Asia/Gaza", "Africa/Cairo", "America/Nuuk", "Asia/Jerusalem"})
    void no_list_of_dates_is_needed_and_no_offset_of_the_sun(String region) {
        assertThat(text(region))
                .noneMatch(line -> line.startsWith("RDATE"))
                .noneMatch(line -> line.matches("TZOFFSET.*:[+-]\\d{6}"));
    }

    /** Every week, and both sides of every change. */
    private static List<Instant> moments(ZoneRules rules, Duration beside) {
        var moments = new ArrayList<Instant>();
        var first = Instant.parse("2026-01-01T00:00:00Z");
        var last = Instant.parse("2029-12-31T00:00:00Z");
        for (var it = first; it.isBefore(last); it = it.plus(7, ChronoUnit.DAYS)) moments.add(it);
        var change = rules.nextTransition(first);
        while (change != null && change.getInstant().isBefore(last)) {
            moments.addAll(List.of(
                    change.getInstant().minus(beside), change.getInstant().plus(beside)));
            change = rules.nextTransition(change.getInstant());
        }
        return moments;
    }

    /** That of the observance which began last, each beginning in the time of the one before (RFC 5545 §3.6.5). */
    private static ZoneOffset offset(VTimeZone zone, Instant moment) {
        return zone.getObservances().stream()
                .flatMap(
                        it -> onsets(it).filter(onset -> !onset.isAfter(moment)).map(onset -> Map.entry(onset, it)))
                .max(Map.Entry.comparingByKey())
                .map(it -> it.getValue()
                        .<TzOffsetTo>getRequiredProperty("TZOFFSETTO")
                        .getOffset())
                .orElseThrow();
    }

    private static Stream<Instant> onsets(Observance observance) {
        LocalDateTime start = LocalDateTime.from(
                observance.<DtStart<?>>getRequiredProperty("DTSTART").getDate());
        var before =
                observance.<TzOffsetFrom>getRequiredProperty("TZOFFSETFROM").getOffset();
        return observance
                .<RRule<LocalDateTime>>getProperty("RRULE")
                .map(rule -> rule.getRecur().getDates(start, start, LocalDateTime.of(2032, 1, 1, 0, 0)).stream())
                .orElse(Stream.of(start))
                .map(it -> it.toInstant(before));
    }

    private static VTimeZone read(VTimeZone zone) throws Exception {
        var calendar = new Calendar(
                new PropertyList(List.of(new ProdId("-//Test//EN"), ImmutableVersion.VERSION_2_0)),
                new ComponentList<>(List.of(zone)));
        return (VTimeZone) new CalendarBuilder()
                .build(new StringReader(Folding.fold(calendar.toString())))
                .getComponentList()
                .getAll()
                .getFirst();
    }

    private static List<String> text(String region) {
        return CompactZone.of(ZoneId.of(region), FROM, TO).toString().lines().toList();
    }
}
