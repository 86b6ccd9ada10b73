package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.MeetingCommand.OpenLobby;
import dev.parley.api.meeting.MeetingCommand.StartMeeting;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The lobby, and the first moment of the meeting. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingOpeningTest {
    private static final DiscoveryCall call = aDiscoveryCall();

    @Nested
    class Opening {
        @Test
        void lets_people_wait_together() {
            meeting.given(call.soFar())
                    .when(new OpenLobby(discoveryCall, theHouse, now))
                    .expectEvents(call.lobbyOpened());
        }

        @Test
        void happens_once() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(new OpenLobby(discoveryCall, theHouse, now))
                    .expectNoEvents()
                    .expectResultMessagePayload(2L);
        }

        @Test
        void refuses_a_meeting_that_runs() {
            meeting.given(call.then(call.started()))
                    .when(new OpenLobby(discoveryCall, theHouse, now))
                    .expectException(refused(ALREADY_STARTED));
        }

        @Test
        void refuses_a_meeting_that_is_off() {
            meeting.given(call.then(call.cancelled()))
                    .when(new OpenLobby(discoveryCall, theHouse, now))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(call.soFar())
                    .when(new OpenLobby(discoveryCall, as(lena), now))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    @Nested
    class Starting {
        @Test
        void follows_the_lobby() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(new StartMeeting(discoveryCall, theHouse, now))
                    .expectEvents(call.started());
        }

        @Test
        void may_come_early() {
            meeting.given(call.soFar())
                    .when(new StartMeeting(discoveryCall, bob, now))
                    .expectEvents(call.started());
        }

        @Test
        void refuses_to_happen_twice() {
            meeting.given(call.then(call.started()))
                    .when(new StartMeeting(discoveryCall, alice, now))
                    .expectException(refused(ALREADY_STARTED));
        }

        @Test
        void refuses_a_meeting_that_is_off() {
            meeting.given(call.then(call.cancelled()))
                    .when(new StartMeeting(discoveryCall, theHouse, now))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(call.soFar())
                    .when(new StartMeeting(discoveryCall, as(gus), now))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);
}
