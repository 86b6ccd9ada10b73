package dev.parley.infra.busyfeeds;

import static dev.parley.infra.busyfeeds.UnreadableFeed.Why.NOT_A_CALENDAR;
import static dev.parley.infra.busyfeeds.UnreadableFeed.Why.TOO_MANY_EVENTS;
import static dev.parley.infra.busyfeeds.UnreadableFeed.Why.UNKNOWN_ZONE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class FeedDocumentTest {
    private static final Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private static final String NEW_YORK = """
            BEGIN:VTIMEZONE
            TZID:America/New_York
            BEGIN:DAYLIGHT
            DTSTART:20070311T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
            TZOFFSETFROM:-0500
            TZOFFSETTO:-0400
            END:DAYLIGHT
            BEGIN:STANDARD
            DTSTART:20071104T020000
            RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
            TZOFFSETFROM:-0400
            TZOFFSETTO:-0500
            END:STANDARD
            END:VTIMEZONE
            """;

    @Test
    void is_busy_during_events_merged_where_they_touch() throws Exception {
        assertThat(busy(
                        event("DTSTART:20261201T090000Z\nDTEND:20261201T100000Z"),
                        event("DTSTART:20261201T093000Z\nDURATION:PT1H")))
                .containsExactly(slot("2026-12-01T09:00:00Z", "2026-12-01T10:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRANSP:TRANSPARENT", "STATUS:CANCELLED"})
    void is_free_during_what_takes_no_time(String line) throws Exception {
        assertThat(busy(event("DTSTART:20261201T090000Z\nDTEND:20261201T100000Z\n" + line)))
                .isEmpty();
    }

    @Test
    void is_busy_on_whole_days_and_in_what_free_busy_says() throws Exception {
        assertThat(
                        busy(
                                event("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261225"),
                                "BEGIN:VFREEBUSY\nUID:f\nDTSTAMP:20261101T000000Z\nFREEBUSY:20261203T090000Z/PT2H,20261204T090000Z/20261204T100000Z\nEND:VFREEBUSY\n"))
                .containsExactly(
                        slot("2026-12-03T09:00:00Z", "2026-12-03T11:00:00Z"),
                        slot("2026-12-04T09:00:00Z", "2026-12-04T10:00:00Z"),
                        slot("2026-12-24T00:00:00Z", "2026-12-25T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W. Europe Standard Time",
                "\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"",
                "/mozilla.org/20071231_1/Europe/Berlin"
            })
    void understands_zones_as_other_programs_name_them(String zone) throws Exception {
        assertThat(busy(event(
                        "DTSTART;TZID=%s:20261201T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE;TZID=%s:20261202T100000"
                                .formatted(zone, zone))))
                .containsExactly(slot("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z"));
    }

    @Test
    void believes_a_document_that_defines_a_zone_of_its_own() throws Exception {
        var own = NEW_YORK.replace("America/New_York", "Customized Time Zone");
        assertThat(busy(own, event("DTSTART;TZID=Customized Time Zone:20261201T040000\nDURATION:PT1H")))
                .containsExactly(slot("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z"));
    }

    @Test
    void says_so_when_nobody_knows_a_zone() {
        assertThatThrownBy(() -> busy(event("DTSTART;TZID=Customized Time Zone:20261201T040000\nDURATION:PT1H")))
                .isInstanceOfSatisfying(
                        UnreadableFeed.class, it -> assertThat(it.why()).isEqualTo(UNKNOWN_ZONE));
    }

    /** The clocks of New York go forward on 14 March 2027; one Monday is left out, one moved to the afternoon. */
    @Test
    void follows_what_recurs_across_a_change_of_clocks_with_its_exceptions() throws Exception {
        var weekly = event(
                "DTSTART;TZID=America/New_York:20270301T090000\nDTEND;TZID=America/New_York:20270301T093000\nRRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=America/New_York:20270308T090000",
                "weekly");
        var moved = event(
                "RECURRENCE-ID;TZID=America/New_York:20270322T090000\nDTSTART;TZID=America/New_York:20270322T150000\nDTEND;TZID=America/New_York:20270322T153000",
                "weekly");
        assertThat(busy(NEW_YORK, weekly, moved))
                .extracting(TimeSlot::start)
                .containsExactly(
                        Instant.parse("2027-03-01T14:00:00Z"),
                        Instant.parse("2027-03-15T13:00:00Z"),
                        Instant.parse("2027-03-22T19:00:00Z"),
                        Instant.parse("2027-03-29T13:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;COUNT=10000000",
                "FREQ=HOURLY;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9",
                "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=1,2,3,4,5,6,7,8,9,10",
                "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=1,2,3,4,5,6,7,8,9;BYMINUTE=1,2,3,4,5,6,7,8,9"
            })
    void refuses_rules_that_expand_to_millions(String rule) {
        refuses(TOO_MANY_EVENTS, event("DTSTART:20261201T090000Z\nDTEND:20261201T090001Z\nRRULE:" + rule));
    }

    @Test
    void refuses_a_rule_that_has_gone_on_for_ages() {
        refuses(TOO_MANY_EVENTS, event("DTSTART:19000101T090000Z\nDTEND:19000101T100000Z\nRRULE:FREQ=HOURLY"));
    }

    @Test
    void bears_a_rule_that_never_comes_true() throws Exception {
        assertThat(
                        busy(
                                event(
                                        "DTSTART:20261201T090000Z\nDTEND:20261201T100000Z\nRRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31")))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void refuses_more_events_than_anybody_has() {
        var many = event("DTSTART:20261201T090000Z\nDTEND:20261201T100000Z").repeat(101);
        refuses(TOO_MANY_EVENTS, many);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>sign in</html>", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "\u0000\u0001"})
    void refuses_what_is_no_calendar(String text) {
        assertThatThrownBy(() -> FeedDocument.busyTimes(text.getBytes(UTF_8), settings(), now))
                .isInstanceOfSatisfying(
                        UnreadableFeed.class,
                        unreadable -> assertThat(unreadable.why()).isEqualTo(NOT_A_CALENDAR));
    }

    @Test
    void bears_components_nested_without_end() {
        var deep = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(20_000);
        assertThatThrownBy(() -> FeedDocument.busyTimes(deep.getBytes(UTF_8), settings(), now))
                .isInstanceOf(UnreadableFeed.class);
    }

    private static void refuses(UnreadableFeed.Why why, String... parts) {
        assertThatThrownBy(() -> busy(parts))
                .isInstanceOfSatisfying(
                        UnreadableFeed.class,
                        unreadable -> assertThat(unreadable.why()).isEqualTo(why));
    }

    private static List<TimeSlot> busy(String... parts) throws UnreadableFeed {
        return FeedDocument.busyTimes(calendar(parts).getBytes(UTF_8), settings(), now);
    }

    static String calendar(String... parts) {
        return ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n" + String.join("", parts) + "END:VCALENDAR\n")
                .replace("\n", "\r\n");
    }

    static String event(String lines) {
        return event(lines, "one");
    }

    private static String event(String lines, String uid) {
        return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20261101T000000Z\n" + lines + "\nEND:VEVENT\n";
    }

    private static BusyFeedSettings settings() {
        return new BusyFeedSettings(
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofSeconds(2),
                DataSize.ofKilobytes(200),
                3,
                100,
                1_000,
                Duration.ofDays(400),
                2,
                Duration.ofMillis(100),
                true);
    }

    private static TimeSlot slot(String start, String end) {
        return new TimeSlot(Instant.parse(start), Instant.parse(end));
    }
}
