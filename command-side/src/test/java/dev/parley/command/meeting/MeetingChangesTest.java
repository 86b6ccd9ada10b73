package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.MOVED_TOO_OFTEN;
import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingRefusal.STARTS_IN_THE_PAST;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.Actor;
import dev.parley.api.meeting.CancelledBy;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.ReviseMeetingDetails;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.MeetingCancelled;
import dev.parley.api.meeting.MeetingEvent.MeetingDetailsRevised;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What was agreed on may change, as long as nobody meets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingChangesTest {
    private static final MeetingTime later = berlin("2026-12-02T14:00");

    @Nested
    class Moving {
        @Test
        void keeps_the_meeting_and_tells_calendars() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RescheduleMeeting(discoveryCall, bob, now, later))
                    .expectEvents(moved(later, 1))
                    .expectResultMessagePayload(2L);
        }

        @Test
        void counts_on_each_time() {
            meeting.given(aDiscoveryCall().then(moved(later, 1)))
                    .when(new RescheduleMeeting(discoveryCall, alice, now, nextTuesday9amBerlin()))
                    .expectEvents(moved(nextTuesday9amBerlin(), 2));
        }

        @Test
        void is_possible_while_people_wait_in_the_lobby() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().lobbyOpened()))
                    .when(new RescheduleMeeting(discoveryCall, alice, now, later))
                    .expectEvents(moved(later, 1));
        }

        @Test
        void is_the_leads_right_too_and_twice_is_once() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RescheduleMeeting(discoveryCall, as(lena), now, later))
                    .expectEvents(moved(later, 1));
            var onAnotherClock = MeetingTime.at(later.start(), ZoneId.of("America/New_York"), later.duration());
            meeting.given(aDiscoveryCall().then(moved(later, 1)))
                    .when(new RescheduleMeeting(discoveryCall, as(lena), now, onAnotherClock))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }

        @Test
        void is_not_for_other_guests() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RescheduleMeeting(discoveryCall, as(gus), now, later))
                    .expectException(refused(NOT_THE_HOST));
        }

        @Test
        void has_an_end_for_the_lead_but_not_for_the_host() {
            var often = IntStream.rangeClosed(1, 10)
                    .mapToObj(number -> moved(berlin("2026-12-02T10:0" + number % 10), number))
                    .toArray(MeetingEvent[]::new);
            meeting.given(aDiscoveryCall().then(often))
                    .when(new RescheduleMeeting(discoveryCall, as(lena), now, later))
                    .expectException(refused(MOVED_TOO_OFTEN));
            meeting.given(aDiscoveryCall().then(often))
                    .when(new RescheduleMeeting(discoveryCall, alice, now, later))
                    .expectEvents(moved(later, 11));
        }

        @Test
        void refuses_the_time_it_has() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RescheduleMeeting(discoveryCall, alice, now, nextTuesday9amBerlin()))
                    .expectException(refused(NOTHING_CHANGES));
        }

        @Test
        void refuses_a_time_in_the_past() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RescheduleMeeting(discoveryCall, alice, now, berlin("2026-11-30T08:59")))
                    .expectException(refused(STARTS_IN_THE_PAST, "localStart"));
        }

        @Test
        void refuses_a_meeting_that_runs() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().started()))
                    .when(new RescheduleMeeting(discoveryCall, alice, now, later))
                    .expectException(refused(ALREADY_STARTED));
        }

        @Test
        void refuses_a_meeting_that_is_off() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().cancelled()))
                    .when(new RescheduleMeeting(discoveryCall, alice, now, later))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void starts_from_what_is_agreed() {
            meeting.given(aDiscoveryCall().then(moved(later, 1)))
                    .when(new ConfirmMeeting(discoveryCall, bob, now))
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            new Agreed("alice", "Discovery call", later, "discovery", MeetingStatus.SCHEDULED));
        }

        private MeetingRescheduled moved(MeetingTime time, int sequence) {
            return new MeetingRescheduled(
                    discoveryCall,
                    time,
                    time.start(),
                    aDiscoveryCall().scheduled().tzdb(),
                    sequence);
        }
    }

    @Nested
    class Renaming {
        @Test
        void tells_calendars() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new ReviseMeetingDetails(discoveryCall, alice, now, "Kick-off"))
                    .expectEvents(new MeetingDetailsRevised(discoveryCall, "Kick-off", 1));
        }

        @Test
        void refuses_the_name_it_has() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new ReviseMeetingDetails(discoveryCall, alice, now, "Discovery call"))
                    .expectException(refused(NOTHING_CHANGES, "title"));
        }

        @Test
        void refuses_a_meeting_that_is_over() {
            meeting.given(aDiscoveryCall()
                            .then(aDiscoveryCall().started(), aDiscoveryCall().ended()))
                    .when(new ReviseMeetingDetails(discoveryCall, alice, now, "Kick-off"))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new ReviseMeetingDetails(discoveryCall, as(gus), now, "Party"))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    @Nested
    class CallingOff {
        @Test
        void says_why_and_tells_calendars() {
            cancelledBy(alice, CancelledBy.HOST);
        }

        @Test
        void is_for_the_lead_too() {
            cancelledBy(as(lena), CancelledBy.LEAD);
        }

        @Test
        void is_for_the_house_too() {
            cancelledBy(theHouse, CancelledBy.SYSTEM);
        }

        @Test
        void is_not_for_other_guests() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new CancelMeeting(discoveryCall, as(gus), now, "No time"))
                    .expectException(refused(NOT_THE_HOST));
        }

        @Test
        void happens_once() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().cancelled()))
                    .when(new CancelMeeting(discoveryCall, alice, now, "Again"))
                    .expectNoEvents()
                    .expectResultMessagePayload(2L);
        }

        @Test
        void refuses_a_meeting_that_runs() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().started()))
                    .when(new CancelMeeting(discoveryCall, alice, now, "Too late"))
                    .expectException(refused(ALREADY_STARTED));
        }

        @Test
        void refuses_a_meeting_that_is_over() {
            meeting.given(aDiscoveryCall()
                            .then(aDiscoveryCall().started(), aDiscoveryCall().ended()))
                    .when(new CancelMeeting(discoveryCall, alice, now, "Too late"))
                    .expectException(refused(ALREADY_ENDED));
        }

        private void cancelledBy(Actor actor, CancelledBy side) {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new CancelMeeting(discoveryCall, actor, now, "Ill"))
                    .expectEvents(new MeetingCancelled(discoveryCall, "Ill", 1, side))
                    .expectResultMessagePayload(2L);
        }
    }

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);
}
