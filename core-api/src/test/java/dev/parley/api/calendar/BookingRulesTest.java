package dev.parley.api.calendar;

import static dev.parley.api.Samples.hours;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.officeHours;
import static dev.parley.api.calendar.CalendarRefusal.*;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Refused;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.Availability.DateHours;
import dev.parley.api.calendar.Availability.WeeklyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alice's office hours are in Berlin; {@code now} is Monday, 30 November 2026, 9:00 there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingRulesTest {
    private static final ZoneId berlin = ZoneId.of("Europe/Berlin");

    @Nested
    class Booking {
        @ParameterizedTest
        @ValueSource(strings = {"2026-12-01T09:00", "2026-12-01T11:30", "2026-12-01T16:30", "2026-12-27T10:30"})
        void is_allowed_within_the_hours(String localStart) {
            assertThat(brokenBy(halfAnHour(localStart))).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-12-01T08:59",
                    "2026-12-01T11:31",
                    "2026-12-01T12:30",
                    "2026-12-01T16:31",
                    "2026-12-05T10:00",
                    "2026-12-27T11:00"
                })
        void is_refused_outside_them(String localStart) {
            assertThat(brokenBy(halfAnHour(localStart))).containsExactly(OUTSIDE_HOURS);
        }

        @Test
        void is_refused_on_a_day_off() {
            assertThat(brokenBy(halfAnHour("2026-12-24T10:00"))).containsExactly(DAY_OFF);
        }

        @ParameterizedTest
        @CsvSource({"2026-11-30T10:59,true", "2026-11-30T11:00,false"})
        void is_refused_at_too_short_notice(String localStart, boolean refused) {
            assertThat(brokenBy(halfAnHour(localStart)).contains(TOO_SHORT_NOTICE))
                    .isEqualTo(refused);
        }

        @ParameterizedTest
        @CsvSource({"2027-01-29T16:30,false", "2027-02-01T09:00,true"})
        void is_refused_beyond_the_horizon(String localStart, boolean refused) {
            assertThat(brokenBy(halfAnHour(localStart)).contains(BEYOND_HORIZON))
                    .isEqualTo(refused);
        }

        @ParameterizedTest
        @CsvSource({"3,false", "4,true"})
        void is_refused_when_the_day_is_full(int others, boolean refused) {
            var on = new Others(List.of(), range("2026-12-01T00:00", "2026-12-02T00:00"), others);
            assertThat(brokenBy(halfAnHour("2026-12-01T09:00"), on).contains(DAY_IS_FULL))
                    .isEqualTo(refused);
        }

        /** From Monday to Sunday in Berlin. */
        @ParameterizedTest
        @CsvSource({"11,false", "12,true"})
        void is_refused_when_the_week_is_full(int others, boolean refused) {
            var on = new Others(List.of(), range("2026-11-30T00:00", "2026-12-07T00:00"), others);
            assertThat(brokenBy(halfAnHour("2026-12-06T09:00"), on).contains(WEEK_IS_FULL))
                    .isEqualTo(refused);
        }

        @Test
        void is_refused_when_the_host_is_busy_elsewhere_or_nobody_knows() {
            var meeting = halfAnHour("2026-12-01T09:00");
            var lunch = range("2026-12-01T09:30", "2026-12-01T10:00");
            var buffered = new TimeSlot(meeting.start(), meeting.end().plusSeconds(60));
            assertThat(BookingRules.elsewhere(meeting, fresh(lunch))).isEmpty();
            assertThat(BookingRules.elsewhere(buffered, fresh(lunch))).contains(BUSY_ELSEWHERE);
            assertThat(BookingRules.elsewhere(meeting, new BusyTimes(BusyTimes.State.STALE, List.of())))
                    .contains(BUSY_TIMES_STALE);
            assertThat(BookingRules.elsewhere(meeting, new BusyTimes(BusyTimes.State.UNREAD, List.of())))
                    .contains(BUSY_TIMES_STALE);
        }

        @Test
        void names_a_conflict_first_and_tells_a_buffer_from_a_meeting() {
            var saturday = halfAnHour("2026-12-05T10:00");
            var after = new TimeSlot(saturday.end(), saturday.end().plusSeconds(1800));
            assertThat(rules(saturday).refusal(saturday, saturday, with(saturday), BusyTimes.NO_FEED))
                    .contains(SLOT_TAKEN);
            var occupied = new TimeSlot(saturday.start(), saturday.end().plusSeconds(1));
            assertThat(rules(saturday).refusal(saturday, occupied, with(after), BusyTimes.NO_FEED))
                    .contains(IN_BUFFER);
            assertThat(rules(saturday).refusal(saturday, saturday, with(after), BusyTimes.NO_FEED))
                    .contains(OUTSIDE_HOURS);
        }
    }

    @Nested
    class Offering {
        @Test
        void steps_through_the_hours_of_each_day() {
            var tuesday = range("2026-12-01T00:00", "2026-12-02T00:00");
            assertThat(rules(tuesday).starts(tuesday))
                    .hasSize(14)
                    .startsWith(at("2026-12-01T09:00"), at("2026-12-01T09:30"))
                    .doesNotContain(at("2026-12-01T12:00"), at("2026-12-01T12:30"))
                    .endsWith(at("2026-12-01T16:30"));
        }

        @Test
        void begins_with_the_first_step_within_the_range_and_never_in_the_past() {
            var late = range("2026-12-01T09:10", "2026-12-01T10:30");
            assertThat(rules(late).starts(late)).containsExactly(at("2026-12-01T09:30"), at("2026-12-01T10:00"));
            var today = range("2026-11-30T00:00", "2026-11-30T10:00");
            assertThat(rules(today).starts(today)).containsExactly(at("2026-11-30T09:00"), at("2026-11-30T09:30"));
        }

        /** The clocks of New York go back on 1 November 2026 and forward on 14 March 2027. */
        @ParameterizedTest
        @CsvSource({"2026-11-01,25", "2027-03-14,23", "2026-11-02,24"})
        void offers_every_hour_that_the_day_really_has(LocalDate date, int offered) {
            var newYork = ZoneId.of("America/New_York");
            var always = Availability.always(newYork);
            var day = new TimeSlot(
                    date.atStartOfDay(newYork).toInstant(),
                    date.plusDays(1).atStartOfDay(newYork).toInstant());
            var rules = BookingRules.within(day, always, Instant.parse("2026-10-01T00:00:00Z"));
            assertThat(rules.starts(day)).hasSize(2 * offered).doesNotHaveDuplicates();
            assertThat(rules.starts(day))
                    .allSatisfy(start -> assertThat(
                                    rules.brokenBy(halfAnHour(start), halfAnHour(start), with(), BusyTimes.NO_FEED))
                            .isEmpty());
        }

        @Test
        void keeps_nine_o_clock_at_nine_when_the_clocks_change() {
            var weekend = range("2026-10-25T00:00", "2026-10-27T00:00");
            var always = weekly(List.of(new WeeklyHours(SUNDAY, hours("09:00", "09:30")), monday("09:00", "09:30")));
            var rules = BookingRules.within(weekend, always, Instant.parse("2026-10-01T00:00:00Z"));
            assertThat(rules.starts(weekend))
                    .containsExactly(Instant.parse("2026-10-25T08:00:00Z"), Instant.parse("2026-10-26T08:00:00Z"));
        }

        @Test
        void lets_a_meeting_go_on_from_one_interval_into_the_next_and_over_midnight() {
            var night = weekly(List.of(
                    new WeeklyHours(SUNDAY, hours("22:00", "00:00")),
                    monday("00:00", "00:15"),
                    monday("00:15", "01:00")));
            var slot = range("2026-12-06T23:30", "2026-12-07T00:45");
            assertThat(BookingRules.within(slot, night, now).brokenBy(slot, slot, with(), BusyTimes.NO_FEED))
                    .isEmpty();
        }

        @Test
        void has_nothing_in_hours_that_a_gap_swallows() {
            var sunday = weekly(List.of(new WeeklyHours(SUNDAY, hours("02:30", "03:00"))));
            var day = range("2027-03-28T00:00", "2027-03-29T00:00");
            assertThat(BookingRules.within(day, sunday, now).starts(day)).isEmpty();
        }
    }

    @Nested
    class Defining {
        @Test
        void refuses_hours_of_one_day_that_overlap() {
            assertThatThrownBy(() -> weekly(List.of(monday("09:00", "12:00"), monday("11:59", "13:00"))))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.refusal()).isEqualTo(HOURS_OVERLAP);
                        assertThat(refused.field()).contains("weekly[1]");
                    });
            assertThatThrownBy(() -> weekly(List.of(monday("09:00", "00:00"), monday("23:00", "23:30"))))
                    .hasMessage(HOURS_OVERLAP.text());
            assertThat(weekly(List.of(monday("09:00", "12:00"), monday("12:00", "13:00"))))
                    .isNotNull();
        }

        @Test
        void refuses_hours_that_end_before_they_start() {
            assertThatThrownBy(() -> hours("09:00", "09:00")).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> hours("17:00", "09:00")).isInstanceOf(Refused.class);
        }

        @Test
        void refuses_a_date_that_is_listed_twice() {
            var date = new DateHours(LocalDate.parse("2026-12-24"), List.of());
            assertThatThrownBy(() -> new Availability(
                            berlin, List.of(), List.of(date, date), 0, 60, 30, Optional.empty(), Optional.empty()))
                    .hasMessage(DATE_TWICE.text());
        }
    }

    private static WeeklyHours monday(String from, String to) {
        return new WeeklyHours(MONDAY, hours(from, to));
    }

    private static Availability weekly(List<WeeklyHours> weekly) {
        return new Availability(berlin, weekly, List.of(), 0, 730, 30, Optional.empty(), Optional.empty());
    }

    private static List<CalendarRefusal> brokenBy(TimeSlot meeting) {
        return brokenBy(meeting, with());
    }

    private static List<CalendarRefusal> brokenBy(TimeSlot meeting, Bookings others) {
        return rules(meeting).brokenBy(meeting, meeting, others, BusyTimes.NO_FEED);
    }

    private static BookingRules rules(TimeSlot range) {
        return BookingRules.within(range, officeHours, now);
    }

    private static BusyTimes fresh(TimeSlot busy) {
        return new BusyTimes(BusyTimes.State.FRESH, List.of(busy));
    }

    private static Bookings with(TimeSlot... meetings) {
        return new Others(List.of(meetings), range("2026-12-01T00:00", "2026-12-02T00:00"), 0);
    }

    /** @param inRange how many begin within exactly this range, and no other */
    private record Others(List<TimeSlot> meetings, TimeSlot counted, int inRange) implements Bookings {
        @Override
        public boolean meetWithin(TimeSlot range) {
            return meetings.stream().anyMatch(range::overlaps);
        }

        @Override
        public boolean occupy(TimeSlot range) {
            return meetWithin(range);
        }

        @Override
        public int beginWithin(TimeSlot range) {
            return range.equals(counted) ? inRange : 0;
        }
    }

    private static TimeSlot halfAnHour(String localStart) {
        return halfAnHour(at(localStart));
    }

    private static TimeSlot halfAnHour(Instant start) {
        return new TimeSlot(start, start.plus(Duration.ofMinutes(30)));
    }

    private static TimeSlot range(String from, String to) {
        return new TimeSlot(at(from), at(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(berlin).toInstant();
    }
}
