package dev.parley.command.calendar;

import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.alicesOwn;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discovery;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.officeHours;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.calendar.CalendarEvent.Reason.MOVED;
import static dev.parley.api.calendar.CalendarEvent.Reason.OVER;
import static dev.parley.api.calendar.CalendarRefusal.*;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.CalendarCommand.*;
import dev.parley.api.calendar.CalendarEvent.*;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.calendar.MeetingType;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.api.meeting.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostAvailabilityTest {
    private static final MeetingId demoCall = new MeetingId(uuid("demo call"));
    private static final Instant lapses = now.plus(Duration.ofMinutes(2));
    private static final TimeSlot tuesdayAtTen = berlin("2026-12-01T10:00").slot();

    private final FixtureConfiguration<HostCalendar> calendar = new AggregateTestFixture<>(HostCalendar.class);

    @Nested
    class Settling {
        @Test
        void begins_the_calendar() {
            calendar.givenNoPriorActivity()
                    .when(define(OptionalLong.of(0)))
                    .expectEvents(defined())
                    .expectResultMessagePayload(new Settled(1));
        }

        @Test
        void changes_nothing_by_saying_the_same_again() {
            calendar.given(defined())
                    .when(define(OptionalLong.of(1)))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Settled(1));
        }

        @Test
        void is_for_who_saw_the_newest_edition_whatever_was_booked_meanwhile() {
            calendar.given(defined(), offered(), held(demoCall, tuesdayAtTen), booked(demoCall, tuesdayAtTen))
                    .when(new RetireMeetingType(alicesCalendar, alice, now, OptionalLong.of(2), "discovery"))
                    .expectEvents(new MeetingTypeRetired(alicesCalendar, alicesOwn, 3, "discovery"));
            calendar.given(defined(), offered())
                    .when(define(OptionalLong.of(1)))
                    .expectException(refused(VERSION_IS_STALE));
        }

        @Test
        void is_for_the_host_alone() {
            calendar.given(defined())
                    .when(new DefineAvailability(alicesCalendar, bob, now, OptionalLong.empty(), officeHours))
                    .expectException(refused(NOT_YOUR_CALENDAR));
        }

        @Test
        void takes_back_only_what_is_offered() {
            calendar.given(defined())
                    .when(new RetireMeetingType(alicesCalendar, alice, now, OptionalLong.empty(), "discovery"))
                    .expectException(refused(MEETING_TYPE_UNKNOWN));
        }

        @Test
        void ends_at_fifty_kinds_of_meetings() {
            var fifty = IntStream.rangeClosed(1, 50)
                    .mapToObj(number ->
                            new MeetingTypeDefined(alicesCalendar, alicesOwn, number, named("kind-" + number)))
                    .toList();
            calendar.given(fifty).when(offer(named("one-more"))).expectException(refused(TOO_MANY_TYPES));
            calendar.given(fifty).when(offer(renamed("kind-7"))).expectSuccessfulHandlerExecution();
        }

        @Test
        void connects_and_disconnects_another_calendar() {
            calendar.given(defined())
                    .when(new ConnectBusyFeed(alicesCalendar, alice, now, OptionalLong.of(1), "https://acme.test"))
                    .expectEvents(new BusyFeedConnected(alicesCalendar, alicesOwn, 2, "https://acme.test"));
            calendar.given(new BusyFeedConnected(alicesCalendar, alicesOwn, 1, "https://acme.test"))
                    .when(new DisconnectBusyFeed(alicesCalendar, alice, now, OptionalLong.empty()))
                    .expectEvents(new BusyFeedDisconnected(alicesCalendar, alicesOwn, 2));
            calendar.given(defined())
                    .when(new DisconnectBusyFeed(alicesCalendar, alice, now, OptionalLong.empty()))
                    .expectException(refused(NO_FEED));
        }
    }

    @Nested
    class Holding {
        @ParameterizedTest
        @CsvSource({
            "2026-12-01T08:00,OUTSIDE_HOURS",
            "2026-12-24T10:00,DAY_OFF",
            "2026-11-30T10:30,TOO_SHORT_NOTICE",
            "2027-03-01T10:00,BEYOND_HORIZON"
        })
        void refuses_what_breaks_a_rule_of_the_host(String localStart, CalendarRefusal rule) {
            calendar.given(defined())
                    .when(hold(berlin(localStart).slot(), Terms.USUAL))
                    .expectException(refused(rule, "localStart"));
        }

        @Test
        void records_which_rules_the_host_overrules() {
            var early = berlin("2026-12-01T08:00").slot();
            calendar.given(defined())
                    .when(hold(early, new Terms("", true, stale())))
                    .expectEvents(new SlotHeld(
                            alicesCalendar,
                            demo,
                            discoveryCall,
                            early,
                            early,
                            lapses,
                            List.of(OUTSIDE_HOURS, BUSY_TIMES_STALE)));
        }

        @Test
        void never_overrules_a_conflict_or_a_buffer() {
            calendar.given(defined(), offered(), held(demoCall, tuesdayAtTen))
                    .when(hold(tuesdayAtTen, new Terms("", true, BusyTimes.NO_FEED)))
                    .expectException(refused(SLOT_TAKEN, "localStart"));
            var justAfter = berlin("2026-12-01T10:30").slot();
            calendar.given(defined(), offered(), held(demoCall, tuesdayAtTen))
                    .when(hold(justAfter, new Terms("discovery", true, BusyTimes.NO_FEED)))
                    .expectException(refused(IN_BUFFER, "localStart"));
        }

        @Test
        void counts_the_meetings_of_a_day_and_those_that_are_over() {
            var four = Stream.of("09:00", "10:00", "11:00", "13:00")
                    .map(time -> berlin("2026-12-01T" + time).slot())
                    .flatMap(slot -> Stream.of(
                            held(new MeetingId(uuid("at " + slot)), slot),
                            booked(new MeetingId(uuid("at " + slot)), slot),
                            new SlotReleased(alicesCalendar, new MeetingId(uuid("at " + slot)), slot, OVER)));
            calendar.given(Stream.concat(Stream.of(defined()), four).toList())
                    .when(hold(berlin("2026-12-01T15:00").slot(), Terms.USUAL))
                    .expectException(refused(DAY_IS_FULL, "localStart"));
        }

        @Test
        void refuses_times_of_another_calendar_even_where_no_hours_are_defined() {
            var busy = new BusyTimes(BusyTimes.State.FRESH, List.of(tuesdayAtTen));
            calendar.given(held(demoCall, berlin("2026-12-02T10:00").slot()))
                    .when(hold(tuesdayAtTen, new Terms("", false, busy)))
                    .expectException(refused(BUSY_ELSEWHERE, "localStart"));
            calendar.given(held(demoCall, berlin("2026-12-02T10:00").slot()))
                    .when(hold(tuesdayAtTen, new Terms("", false, stale())))
                    .expectException(refused(BUSY_TIMES_STALE, "localStart"));
        }

        @Test
        void keeps_the_buffers_from_the_hold_to_the_booking_and_when_the_meeting_moves() {
            var occupied = discovery.occupiedBy(tuesdayAtTen);
            var held = new SlotHeld(alicesCalendar, demo, discoveryCall, tuesdayAtTen, occupied, lapses, List.of());
            calendar.given(defined(), offered(), held)
                    .when(new BookSlot(alicesCalendar, theHouse, now, discoveryCall, tuesdayAtTen))
                    .expectEvents(new SlotBooked(alicesCalendar, discoveryCall, tuesdayAtTen, occupied));

            var later = berlin("2026-12-01T14:00").slot();
            calendar.given(defined(), held, new SlotBooked(alicesCalendar, discoveryCall, tuesdayAtTen, occupied))
                    .when(new BookSlot(alicesCalendar, theHouse, now, discoveryCall, later))
                    .expectEvents(
                            new SlotReleased(alicesCalendar, discoveryCall, tuesdayAtTen, MOVED),
                            new SlotBooked(alicesCalendar, discoveryCall, later, discovery.occupiedBy(later)));
        }

        @Test
        void remembers_a_meeting_that_has_begun_as_one_of_its_day() {
            calendar.given(held(discoveryCall, tuesdayAtTen), booked(discoveryCall, tuesdayAtTen))
                    .when(new ReleaseSlot(alicesCalendar, theHouse, tuesdayAtTen.start(), discoveryCall))
                    .expectEvents(new SlotReleased(alicesCalendar, discoveryCall, tuesdayAtTen, OVER));
            calendar.given(
                            held(demoCall, tuesdayAtTen),
                            booked(demoCall, tuesdayAtTen),
                            new SlotReleased(alicesCalendar, demoCall, tuesdayAtTen, OVER))
                    .when(hold(tuesdayAtTen, Terms.USUAL))
                    .expectSuccessfulHandlerExecution();
        }
    }

    private static BusyTimes stale() {
        return new BusyTimes(BusyTimes.State.STALE, List.of());
    }

    private static AvailabilityDefined defined() {
        return new AvailabilityDefined(alicesCalendar, alicesOwn, 1, officeHours);
    }

    private static MeetingTypeDefined offered() {
        return new MeetingTypeDefined(alicesCalendar, alicesOwn, 2, discovery);
    }

    private static MeetingType named(String slug) {
        return new MeetingType(slug, "Call", 30, 0, 0, Optional.empty(), InterviewerKind.HUMAN, "", true);
    }

    private static MeetingType renamed(String slug) {
        return new MeetingType(slug, "Another", 30, 0, 0, Optional.empty(), InterviewerKind.HUMAN, "", true);
    }

    private static MeetingType closed() {
        return new MeetingType("discovery", "Call", 30, 0, 0, Optional.empty(), InterviewerKind.HUMAN, "", false);
    }

    private static DefineAvailability define(OptionalLong seen) {
        return new DefineAvailability(alicesCalendar, alice, now, seen, officeHours);
    }

    private static DefineMeetingType offer(MeetingType type) {
        return new DefineMeetingType(alicesCalendar, alice, now, OptionalLong.empty(), type);
    }

    private static HoldSlot hold(TimeSlot slot, Terms terms) {
        return new HoldSlot(alicesCalendar, alice, now, discoveryCall, slot, lapses, terms);
    }

    private static SlotHeld held(MeetingId meeting, TimeSlot slot) {
        return new SlotHeld(alicesCalendar, demo, meeting, slot, lapses);
    }

    private static SlotBooked booked(MeetingId meeting, TimeSlot slot) {
        return new SlotBooked(alicesCalendar, meeting, slot);
    }
}
