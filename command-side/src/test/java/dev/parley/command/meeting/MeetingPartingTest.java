package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;
import static dev.parley.api.meeting.MeetingRefusal.NOT_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.Actor;
import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import dev.parley.api.meeting.MeetingCommand.BeginGoodbye;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.EndMeeting;
import dev.parley.api.meeting.MeetingCommand.FailMeeting;
import dev.parley.api.meeting.MeetingCommand.ReassignMeeting;
import dev.parley.api.meeting.MeetingEvent.GoodbyeBegun;
import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingEvent.MeetingReassigned;
import dev.parley.api.meeting.MeetingStatus;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The goodbye, the failure, and the change of hands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingPartingTest {
    private static final DiscoveryCall call = aDiscoveryCall();
    private static final GoodbyeBegun goodbye = new GoodbyeBegun(discoveryCall);

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

    @Nested
    class Goodbye {
        @Test
        void begins_when_all_has_been_said() {
            meeting.given(call.then(call.started()))
                    .when(new BeginGoodbye(discoveryCall, parley, now))
                    .expectEvents(goodbye);
        }

        @Test
        void begins_once() {
            meeting.given(call.then(call.started(), goodbye))
                    .when(new BeginGoodbye(discoveryCall, parley, now))
                    .expectNoEvents();
        }

        @Test
        void leads_to_the_end() {
            meeting.given(call.then(call.started(), call.leadJoined(), goodbye))
                    .when(new EndMeeting(discoveryCall, parley, now, "interview complete"))
                    .expectEvents(call.ended());
        }

        @Test
        void needs_a_beginning() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(new BeginGoodbye(discoveryCall, parley, now))
                    .expectException(refused(NOT_STARTED));
        }
    }

    @Nested
    class Failing {
        @Test
        void says_why() {
            meeting.given(call.soFar())
                    .when(new FailMeeting(discoveryCall, theHouse, now, "nobody started it"))
                    .expectEvents(new MeetingEnded(discoveryCall, MeetingStatus.FAILED, "nobody started it"));
        }

        @Test
        void happens_once() {
            meeting.given(call.then(new MeetingEnded(discoveryCall, MeetingStatus.FAILED, "nobody started it")))
                    .when(new FailMeeting(discoveryCall, theHouse, now, "again"))
                    .expectNoEvents();
        }

        @Test
        void does_not_befall_what_is_over() {
            meeting.given(call.then(call.cancelled()))
                    .when(new FailMeeting(discoveryCall, theHouse, now, "too late"))
                    .expectException(refused(ALREADY_ENDED));
        }
    }

    @Nested
    class ChangingHands {
        private static final Host toBob = new Host(bob.id(), bob.name());

        @Test
        void keeps_everything_but_the_host() {
            meeting.given(call.soFar())
                    .when(new ReassignMeeting(discoveryCall, alice, now, toBob, "ill"))
                    .expectEvents(reassigned());
        }

        @Test
        void is_what_calendars_are_asked_about_afterwards() {
            meeting.given(call.then(reassigned()))
                    .when(new ConfirmMeeting(discoveryCall, alice, now))
                    .expectResultMessagePayload(
                            new Agreed(bob.id(), "Discovery call", call.time(), "discovery", MeetingStatus.SCHEDULED));
        }

        @Test
        void refuses_the_host_it_has() {
            reassign(alice, new Host(alice.id(), alice.name())).expectException(refused(NOTHING_CHANGES, "hostId"));
        }

        @Test
        void refuses_a_meeting_that_runs() {
            meeting.given(call.then(call.started()))
                    .when(new ReassignMeeting(discoveryCall, alice, now, toBob, "ill"))
                    .expectException(refused(ALREADY_STARTED));
        }

        @Test
        void is_not_for_guests() {
            reassign(as(lena), toBob).expectException(refused(NOT_THE_HOST));
        }

        private ResultValidator<Meeting> reassign(Actor by, Host host) {
            return meeting.given(call.soFar()).when(new ReassignMeeting(discoveryCall, by, now, host, "ill"));
        }

        private MeetingReassigned reassigned() {
            return new MeetingReassigned(discoveryCall, bob.id(), bob.name(), "ill", 1);
        }
    }
}
