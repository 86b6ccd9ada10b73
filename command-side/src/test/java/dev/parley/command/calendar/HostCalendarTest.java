package dev.parley.command.calendar;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.calendar.CalendarEvent.Reason.CANCELLED;
import static dev.parley.api.calendar.CalendarEvent.Reason.HOLD_RELEASED;
import static dev.parley.api.calendar.CalendarEvent.Reason.MOVED;
import static dev.parley.api.calendar.CalendarRefusal.CALENDAR_UNKNOWN;
import static dev.parley.api.calendar.CalendarRefusal.SLOT_TAKEN;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarCommand.BookSlot;
import dev.parley.api.calendar.CalendarCommand.CarryBookingAlong;
import dev.parley.api.calendar.CalendarCommand.HoldSlot;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarCommand.ReleaseSlot;
import dev.parley.api.calendar.CalendarEvent.SlotBooked;
import dev.parley.api.calendar.CalendarEvent.SlotHeld;
import dev.parley.api.calendar.CalendarEvent.SlotReleased;
import dev.parley.api.meeting.MeetingId;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostCalendarTest {
    private static final MeetingId demoCall = new MeetingId(uuid("demo call"));
    private static final TimeSlot nine = slot("09:00", "09:30");
    private static final TimeSlot ten = slot("10:00", "10:30");
    private static final Instant lapses = now.plus(Duration.ofMinutes(2));

    private final FixtureConfiguration<HostCalendar> calendar = new AggregateTestFixture<>(HostCalendar.class);

    @Nested
    class Holding {
        @Test
        void begins_the_calendar() {
            calendar.givenNoPriorActivity()
                    .when(hold(discoveryCall, nine, now))
                    .expectEvents(held(discoveryCall, nine))
                    .expectResultMessagePayload(0L);
        }

        @ParameterizedTest
        @CsvSource({"08:30,09:00", "09:30,10:00"})
        void allows_meetings_back_to_back(String start, String end) {
            calendar.given(held(demoCall, nine), booked(demoCall, nine))
                    .when(hold(discoveryCall, slot(start, end), now))
                    .expectEvents(held(discoveryCall, slot(start, end)));
        }

        @ParameterizedTest
        @CsvSource({"09:00,09:30", "08:00,09:01", "09:29,10:00", "09:10,09:20", "08:00,11:00"})
        void refuses_a_slot_that_touches_a_booked_one(String start, String end) {
            calendar.given(held(demoCall, nine), booked(demoCall, nine))
                    .when(hold(discoveryCall, slot(start, end), now))
                    .expectException(refused(SLOT_TAKEN, "localStart"));
        }

        @Test
        void refuses_a_slot_that_is_already_held() {
            calendar.given(held(demoCall, nine))
                    .when(hold(discoveryCall, nine, lapses.minusMillis(1)))
                    .expectException(refused(SLOT_TAKEN, "localStart"));
        }

        @Test
        void allows_a_slot_whose_hold_has_lapsed_though_nobody_released_it() {
            calendar.given(held(demoCall, nine))
                    .when(hold(discoveryCall, nine, lapses))
                    .expectEvents(new SlotHeld(
                            alicesCalendar, demo, discoveryCall, nine, lapses.plus(Duration.ofMinutes(2))));
        }

        @Test
        void allows_a_slot_that_was_released() {
            calendar.given(held(demoCall, nine), released(demoCall, nine))
                    .when(hold(discoveryCall, nine, now))
                    .expectEvents(held(discoveryCall, nine));
        }

        @Test
        void is_done_once_for_one_meeting() {
            calendar.given(held(discoveryCall, nine))
                    .when(hold(discoveryCall, nine, now.plusSeconds(30)))
                    .expectNoEvents()
                    .expectResultMessagePayload(0L);
        }

        @Test
        void is_done_again_when_the_hold_of_the_meeting_has_lapsed() {
            calendar.given(held(discoveryCall, nine))
                    .when(hold(discoveryCall, nine, lapses))
                    .expectEvents(new SlotHeld(
                            alicesCalendar, demo, discoveryCall, nine, lapses.plus(Duration.ofMinutes(2))));
        }

        @Test
        void is_needless_for_what_the_meeting_has_booked() {
            calendar.given(held(discoveryCall, nine), booked(discoveryCall, nine))
                    .when(hold(discoveryCall, nine, now))
                    .expectNoEvents()
                    .expectResultMessagePayload(1L);
        }

        @Test
        void lets_a_meeting_move_into_its_own_time() {
            calendar.given(held(discoveryCall, nine), booked(discoveryCall, nine))
                    .when(hold(discoveryCall, slot("09:15", "09:45"), now))
                    .expectEvents(held(discoveryCall, slot("09:15", "09:45")));
        }

        @Test
        void keeps_two_times_for_one_meeting_apart() {
            calendar.given(held(discoveryCall, nine), held(discoveryCall, ten), released(discoveryCall, ten))
                    .when(hold(demoCall, nine, now))
                    .expectException(refused(SLOT_TAKEN, "localStart"));
        }

        @Test
        void is_unknown_elsewhere() {
            calendar.given(held(discoveryCall, nine))
                    .when(new HoldSlot(alicesCalendar, eve, now, discoveryCall, ten, lapses))
                    .expectException(refused(CALENDAR_UNKNOWN));
        }
    }

    @Nested
    class Booking {
        @Test
        void follows_the_hold() {
            calendar.given(held(discoveryCall, nine))
                    .when(new BookSlot(alicesCalendar, theHouse, now, discoveryCall, nine))
                    .expectEvents(booked(discoveryCall, nine));
        }

        @Test
        void comes_late_but_not_too_late_while_the_time_is_free() {
            calendar.given(held(discoveryCall, nine), released(discoveryCall, nine))
                    .when(new BookSlot(alicesCalendar, theHouse, lapses.plusSeconds(60), discoveryCall, nine))
                    .expectEvents(booked(discoveryCall, nine));
        }

        @Test
        void is_done_once() {
            calendar.given(held(discoveryCall, nine), booked(discoveryCall, nine))
                    .when(new BookSlot(alicesCalendar, theHouse, now, discoveryCall, nine))
                    .expectNoEvents()
                    .expectResultMessagePayload(1L);
        }

        @Test
        void frees_the_time_from_which_the_meeting_moves() {
            calendar.given(held(discoveryCall, nine), booked(discoveryCall, nine), held(discoveryCall, ten))
                    .when(new BookSlot(alicesCalendar, theHouse, now, discoveryCall, ten))
                    .expectEvents(
                            new SlotReleased(alicesCalendar, discoveryCall, nine, MOVED), booked(discoveryCall, ten));
        }

        @Test
        void leaves_the_old_time_to_others_once_moved() {
            calendar.given(
                            held(discoveryCall, nine),
                            booked(discoveryCall, nine),
                            new SlotReleased(alicesCalendar, discoveryCall, nine, MOVED),
                            booked(discoveryCall, ten))
                    .when(hold(demoCall, nine, now))
                    .expectEvents(held(demoCall, nine));
        }

        @Test
        void refuses_a_time_that_somebody_else_took_after_the_hold_lapsed() {
            calendar.given(held(discoveryCall, nine), released(discoveryCall, nine), held(demoCall, nine))
                    .when(new BookSlot(alicesCalendar, theHouse, now, discoveryCall, nine))
                    .expectException(refused(SLOT_TAKEN, "localStart"));
        }
    }

    @Nested
    class Carrying_a_booking_along {
        @Test
        void moves_it_where_new_rules_of_its_zone_put_it() {
            calendar.given(held(discoveryCall, nine), booked(discoveryCall, nine))
                    .when(new CarryBookingAlong(alicesCalendar, theHouse, now, discoveryCall, ten))
                    .expectEvents(
                            new SlotReleased(alicesCalendar, discoveryCall, nine, MOVED), booked(discoveryCall, ten));
        }

        @Test
        void lets_nothing_stand_in_the_way_for_what_stands_there_may_move_next() {
            calendar.given(
                            held(discoveryCall, nine),
                            booked(discoveryCall, nine),
                            held(demoCall, ten),
                            booked(demoCall, ten))
                    .when(new CarryBookingAlong(alicesCalendar, theHouse, now, discoveryCall, ten))
                    .expectEvents(
                            new SlotReleased(alicesCalendar, discoveryCall, nine, MOVED), booked(discoveryCall, ten));
        }

        @Test
        void is_done_once() {
            calendar.given(held(discoveryCall, ten), booked(discoveryCall, ten))
                    .when(new CarryBookingAlong(alicesCalendar, theHouse, now, discoveryCall, ten))
                    .expectNoEvents();
        }

        @Test
        void books_nothing_for_what_is_not_booked() {
            calendar.given(held(discoveryCall, nine))
                    .when(new CarryBookingAlong(alicesCalendar, theHouse, now, discoveryCall, ten))
                    .expectNoEvents();
        }
    }

    @Nested
    class Releasing {
        @Test
        void gives_a_hold_back() {
            calendar.given(held(discoveryCall, nine), held(discoveryCall, ten))
                    .when(new ReleaseHold(alicesCalendar, alice, now, discoveryCall, ten))
                    .expectEvents(released(discoveryCall, ten));
        }

        @Test
        void leaves_bookings_alone_when_a_hold_is_given_back() {
            calendar.given(held(discoveryCall, nine), booked(discoveryCall, nine))
                    .when(new ReleaseHold(alicesCalendar, alice, now, discoveryCall, nine))
                    .expectNoEvents()
                    .expectResultMessagePayload(1L);
        }

        @Test
        void leaves_the_holds_of_others_alone() {
            calendar.given(held(demoCall, nine))
                    .when(new ReleaseHold(alicesCalendar, alice, now, discoveryCall, nine))
                    .expectNoEvents();
        }

        @Test
        void gives_everything_back_when_the_meeting_is_off() {
            calendar.given(held(discoveryCall, nine), booked(discoveryCall, nine), held(discoveryCall, ten))
                    .when(new ReleaseSlot(alicesCalendar, theHouse, now, discoveryCall))
                    .expectEvents(
                            released(discoveryCall, ten),
                            new SlotReleased(alicesCalendar, discoveryCall, nine, CANCELLED));
        }

        @Test
        void gives_nothing_back_where_there_is_nothing() {
            calendar.given(held(demoCall, nine))
                    .when(new ReleaseSlot(alicesCalendar, theHouse, now, discoveryCall))
                    .expectNoEvents()
                    .expectResultMessagePayload(0L);
        }
    }

    private static HoldSlot hold(MeetingId meeting, TimeSlot slot, Instant at) {
        return new HoldSlot(alicesCalendar, alice, at, meeting, slot, at.plus(Duration.ofMinutes(2)));
    }

    private static SlotHeld held(MeetingId meeting, TimeSlot slot) {
        return new SlotHeld(alicesCalendar, demo, meeting, slot, lapses);
    }

    private static SlotBooked booked(MeetingId meeting, TimeSlot slot) {
        return new SlotBooked(alicesCalendar, meeting, slot);
    }

    private static SlotReleased released(MeetingId meeting, TimeSlot slot) {
        return new SlotReleased(alicesCalendar, meeting, slot, HOLD_RELEASED);
    }

    private static TimeSlot slot(String start, String end) {
        return new TimeSlot(Instant.parse("2026-12-01T" + start + ":00Z"), Instant.parse("2026-12-01T" + end + ":00Z"));
    }
}
