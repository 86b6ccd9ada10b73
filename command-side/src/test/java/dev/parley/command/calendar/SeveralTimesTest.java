package dev.parley.command.calendar;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.alicesOwn;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discovery;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.officeHours;
import static dev.parley.api.Samples.uuid;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.BusyTimes.State;
import dev.parley.api.calendar.CalendarCommand.HoldSlots;
import dev.parley.api.calendar.CalendarCommand.Terms;
import dev.parley.api.calendar.CalendarCommand.Wanted;
import dev.parley.api.calendar.CalendarEvent.AvailabilityDefined;
import dev.parley.api.calendar.CalendarEvent.MeetingTypeDefined;
import dev.parley.api.calendar.CalendarEvent.SlotHeld;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.meeting.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A series is held as its meetings would be one by one: each rule counts for each, and those before it are in its way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeveralTimesTest {
    private static final Instant lapses = now.plus(Duration.ofMinutes(2));
    private static final BusyTimes free = new BusyTimes(State.FRESH, List.of());
    private static final BusyTimes review =
            new BusyTimes(State.FRESH, List.of(berlin("2026-12-02T11:00").slot()));

    private TestExecutor<HostCalendar> calendar;

    @BeforeEach
    void open() {
        calendar = new AggregateTestFixture<>(HostCalendar.class)
                .given(
                        new AvailabilityDefined(alicesCalendar, alicesOwn, 1, officeHours),
                        new MeetingTypeDefined(alicesCalendar, alicesOwn, 2, discovery),
                        new SlotHeld(
                                alicesCalendar,
                                demo,
                                new MeetingId(uuid("of somebody else")),
                                berlin("2026-12-03T10:00").slot(),
                                lapses));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-02T08:00,OUTSIDE_HOURS",
        "2026-12-24T10:00,DAY_OFF",
        "2026-11-30T10:30,TOO_SHORT_NOTICE",
        "2027-03-01T10:00,BEYOND_HORIZON",
        "2026-12-02T11:15,BUSY_ELSEWHERE",
        "2026-12-03T10:00,SLOT_TAKEN",
        "2026-12-03T10:30,IN_BUFFER",
        "2026-12-01T10:30,IN_BUFFER"
    })
    void are_refused_all_by_the_rule_that_one_breaks(String second, CalendarRefusal rule) {
        calendar.when(hold(new Terms("discovery", false, review), "2026-12-01T10:00", second))
                .expectException(refused(rule, "localStart"));
    }

    @Test
    void count_together_towards_what_a_day_may_hold() {
        calendar.when(hold(
                        new Terms("", false, free),
                        "2026-12-01T09:00",
                        "2026-12-01T10:00",
                        "2026-12-01T11:00",
                        "2026-12-01T13:00",
                        "2026-12-01T15:00"))
                .expectException(refused(CalendarRefusal.DAY_IS_FULL, "localStart"));
    }

    @Test
    void may_all_break_the_hosts_own_rules_if_the_host_says_so() {
        var early = berlin("2026-12-01T08:00").slot();
        var busy = berlin("2026-12-02T11:00").slot();
        calendar.when(hold(new Terms("discovery", true, review), "2026-12-01T08:00", "2026-12-02T11:00"))
                .expectEvents(
                        new SlotHeld(
                                alicesCalendar,
                                demo,
                                meeting("2026-12-01T08:00"),
                                early,
                                discovery.occupiedBy(early),
                                lapses,
                                List.of(CalendarRefusal.OUTSIDE_HOURS)),
                        new SlotHeld(
                                alicesCalendar,
                                demo,
                                meeting("2026-12-02T11:00"),
                                busy,
                                discovery.occupiedBy(busy),
                                lapses,
                                List.of(CalendarRefusal.BUSY_ELSEWHERE)));
    }

    private static HoldSlots hold(Terms terms, String... starts) {
        var wanted = Stream.of(starts)
                .map(start -> new Wanted(meeting(start), berlin(start).slot()))
                .toList();
        return new HoldSlots(alicesCalendar, alice, now, wanted, lapses, terms);
    }

    private static MeetingId meeting(String start) {
        return new MeetingId(uuid(start));
    }
}
