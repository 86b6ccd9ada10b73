package dev.parley.saga.booking;

import static dev.parley.api.Samples.*;

import dev.parley.api.Actor;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarCommand.BookSlot;
import dev.parley.api.calendar.CalendarCommand.CarryBookingAlong;
import dev.parley.api.calendar.CalendarCommand.ReleaseHold;
import dev.parley.api.calendar.CalendarCommand.ReleaseSlot;
import dev.parley.api.calendar.CalendarEvent.SlotHeld;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarRefusal;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingInstantReResolved;
import dev.parley.api.meeting.MeetingEvent.MeetingReassigned;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingEvent.NoShowConfirmed;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingSagaTest {
    private static final Duration twoMinutes = Duration.ofMinutes(2);
    private static final Actor booking = Actor.system(demo, "booking");
    private static final MeetingTime tuesday = nextTuesday9amBerlin();
    private static final MeetingTime wednesday = berlin("2026-12-02T09:00");

    private static final CalendarId bobsCalendar = CalendarId.of(demo, bob.id());

    private final DecidingSide decidingSide = new DecidingSide();
    private final SagaTestFixture<BookingSaga> saga = Stage.forSaga(BookingSaga.class, now, decidingSide);

    @Nested
    class A_held_slot {
        @Test
        void is_booked_once_the_meeting_is_scheduled() {
            saga.givenAPublished(held(tuesday))
                    .whenPublishingA(aDiscoveryCall().scheduled())
                    .expectDispatchedCommands(new BookSlot(alicesCalendar, booking, now, discoveryCall, tuesday.slot()))
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(1);
        }

        @Test
        void is_given_back_when_nothing_comes_of_it() {
            saga.givenAPublished(held(tuesday))
                    .whenTimeElapses(twoMinutes)
                    .expectDispatchedCommands(givenBack(tuesday, now.plus(twoMinutes)))
                    .expectActiveSagas(0);
        }

        @Test
        void waits_until_it_lapses() {
            saga.givenAPublished(held(tuesday))
                    .whenTimeElapses(twoMinutes.minusSeconds(1))
                    .expectNoDispatchedCommands()
                    .expectActiveSagas(1);
        }

        @Test
        void lapses_on_its_own_beside_a_later_hold_of_the_same_meeting() throws Exception {
            saga.givenAPublished(held(tuesday))
                    .andThenTimeElapses(Duration.ofMinutes(1))
                    .andThenAPublished(heldAt(now.plusSeconds(60), wednesday))
                    .whenTimeElapses(Duration.ofMinutes(1))
                    .expectDispatchedCommands(givenBack(tuesday, now.plus(twoMinutes)))
                    .expectActiveSagas(1);
            saga.whenTimeElapses(Duration.ofMinutes(1))
                    .expectDispatchedCommands(givenBack(wednesday, now.plusSeconds(180)))
                    .expectActiveSagas(0);
        }

        @Test
        void is_held_longer_when_it_is_held_again() throws Exception {
            saga.givenAPublished(held(tuesday))
                    .andThenTimeElapses(Duration.ofMinutes(1))
                    .andThenAPublished(heldAt(now.plusSeconds(60), tuesday))
                    .whenTimeElapses(Duration.ofMinutes(1))
                    .expectNoDispatchedCommands();
        }
    }

    @Nested
    class A_meeting {
        @Test
        void that_was_scheduled_after_its_hold_had_lapsed_is_booked_all_the_same() throws Exception {
            saga.givenAPublished(held(tuesday))
                    .andThenTimeElapses(twoMinutes)
                    .whenPublishingA(aDiscoveryCall().scheduled())
                    .expectDispatchedCommands(
                            new BookSlot(alicesCalendar, booking, now.plus(twoMinutes), discoveryCall, tuesday.slot()))
                    .expectActiveSagas(1);
        }

        @Test
        void is_cancelled_when_somebody_else_took_its_time() {
            decidingSide.refuse(BookSlot.class, CalendarRefusal.SLOT_TAKEN);
            saga.givenNoPriorActivity()
                    .whenPublishingA(aDiscoveryCall().scheduled())
                    .expectDispatchedCommands(
                            new BookSlot(alicesCalendar, booking, now, discoveryCall, tuesday.slot()),
                            new CancelMeeting(
                                    discoveryCall,
                                    booking,
                                    now,
                                    "Somebody else took this time on the host's calendar."));
        }

        @Test
        void takes_its_booking_along_when_it_moves() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(held(wednesday))
                    .whenPublishingA(moved(wednesday, 1))
                    .expectDispatchedCommands(
                            new BookSlot(alicesCalendar, booking, now, discoveryCall, wednesday.slot()))
                    .expectNoScheduledDeadlines();
        }

        @Test
        void takes_its_booking_along_when_the_rules_of_its_zone_move_it() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new MeetingInstantReResolved(
                            discoveryCall,
                            tuesday,
                            tuesday.start().minusSeconds(3_600),
                            tuesday.start(),
                            "2026f",
                            "2026a",
                            1))
                    .expectDispatchedCommands(new CarryBookingAlong(
                            alicesCalendar,
                            booking,
                            now,
                            discoveryCall,
                            new TimeSlot(
                                    tuesday.start().minusSeconds(3_600),
                                    tuesday.end().minusSeconds(3_600))));
        }

        @Test
        void keeps_its_booking_when_the_hold_for_another_time_lapses() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(held(wednesday))
                    .whenTimeElapses(twoMinutes)
                    .expectDispatchedCommands(givenBack(wednesday, now.plus(twoMinutes)))
                    .expectActiveSagas(1);
        }

        @Test
        void frees_its_time_when_it_is_cancelled() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(held(wednesday))
                    .whenPublishingA(aDiscoveryCall().cancelled())
                    .expectDispatchedCommands(new ReleaseSlot(alicesCalendar, booking, now, discoveryCall))
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(0);
        }

        @Test
        void stands_on_the_calendar_of_whoever_takes_it_over() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(heldOnBobs())
                    .whenPublishingA(handedToBob())
                    .expectDispatchedCommands(
                            new BookSlot(bobsCalendar, booking, now, discoveryCall, tuesday.slot()),
                            new ReleaseSlot(alicesCalendar, booking, now, discoveryCall))
                    .expectNoScheduledDeadlines();
        }

        @Test
        void gives_back_to_its_new_host_what_comes_free() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(handedToBob())
                    .whenPublishingA(aDiscoveryCall().cancelled())
                    .expectDispatchedCommands(new ReleaseSlot(bobsCalendar, booking, now, discoveryCall));
        }

        @Test
        void stays_where_it_is_when_nobody_takes_it_over_in_time() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(heldOnBobs())
                    .whenTimeElapses(twoMinutes)
                    .expectDispatchedCommands(new ReleaseHold(
                            bobsCalendar, booking, now.plus(twoMinutes), discoveryCall, tuesday.slot()));
            saga.whenPublishingA(aDiscoveryCall().cancelled())
                    .expectDispatchedCommands(
                            new ReleaseSlot(alicesCalendar, booking, now.plus(twoMinutes), discoveryCall));
        }

        @Test
        void keeps_its_time_while_the_lead_may_still_come() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new LeadDidNotShow(discoveryCall, Optional.of(now.plus(twoMinutes))))
                    .expectNoDispatchedCommands()
                    .expectActiveSagas(1);
            saga.whenPublishingA(new NoShowConfirmed(discoveryCall))
                    .expectDispatchedCommands(new ReleaseSlot(alicesCalendar, booking, now, discoveryCall))
                    .expectActiveSagas(0);
        }

        @Test
        void frees_its_time_when_the_lead_does_not_show() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(new LeadDidNotShow(discoveryCall))
                    .expectDispatchedCommands(new ReleaseSlot(alicesCalendar, booking, now, discoveryCall))
                    .expectActiveSagas(0);
        }

        @Test
        void frees_the_rest_of_its_time_when_it_ends() {
            saga.givenAPublished(aDiscoveryCall().scheduled())
                    .whenPublishingA(aDiscoveryCall().ended())
                    .expectDispatchedCommands(new ReleaseSlot(alicesCalendar, booking, now, discoveryCall))
                    .expectActiveSagas(0);
        }
    }

    private static SlotHeld heldOnBobs() {
        return new SlotHeld(bobsCalendar, demo, discoveryCall, tuesday.slot(), now.plus(twoMinutes));
    }

    private static MeetingReassigned handedToBob() {
        return new MeetingReassigned(discoveryCall, bob.id(), bob.name(), "Alice is ill", 1);
    }

    private static SlotHeld held(MeetingTime time) {
        return heldAt(now, time);
    }

    private static SlotHeld heldAt(Instant at, MeetingTime time) {
        return new SlotHeld(alicesCalendar, demo, discoveryCall, time.slot(), at.plus(twoMinutes));
    }

    private static ReleaseHold givenBack(MeetingTime time, Instant at) {
        return new ReleaseHold(alicesCalendar, booking, at, discoveryCall, time.slot());
    }

    private static MeetingRescheduled moved(MeetingTime time, int sequence) {
        return new MeetingRescheduled(discoveryCall, time, time.start(), "2026a", sequence);
    }
}
