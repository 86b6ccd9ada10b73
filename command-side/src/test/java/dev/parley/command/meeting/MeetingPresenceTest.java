package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.INVITEE_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NOT_IN_ROOM;
import static dev.parley.api.meeting.MeetingRefusal.NOT_OPEN_YET;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingRefusal.NOT_YOURSELF;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.Actor;
import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import dev.parley.api.meeting.MeetingEvent.InviteeRemoved;
import dev.parley.api.meeting.MeetingEvent.ParticipantLeft;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may come in when, as whom, and who has gone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingPresenceTest {
    private static final DiscoveryCall call = aDiscoveryCall();

    @Nested
    class Entering {
        @Test
        void is_open_to_the_host_at_any_time() {
            meeting.given(call.soFar())
                    .when(new JoinMeeting(discoveryCall, alice, now, aliceInTheRoom))
                    .expectEvents(call.joined(aliceInTheRoom));
        }

        @Test
        void is_open_to_colleagues_of_the_host() {
            var bobInTheRoom = new Participant(ParticipantId.ofUser(discoveryCall, "bob"), "Bob Seller", Role.HOST);
            meeting.given(call.soFar())
                    .when(new JoinMeeting(discoveryCall, bob, now, bobInTheRoom))
                    .expectEvents(call.joined(bobInTheRoom));
        }

        @Test
        void is_open_to_guests_once_there_is_a_lobby() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(new JoinMeeting(discoveryCall, as(lena), now, lenaInTheRoom))
                    .expectEvents(call.leadJoined());
        }

        @Test
        void is_open_to_the_interviewer_once_the_meeting_runs() {
            meeting.given(call.then(call.started()))
                    .when(new JoinMeeting(discoveryCall, parley, now, parleyInTheRoom))
                    .expectEvents(call.interviewerJoined());
        }

        @Test
        void counts_once() {
            meeting.given(call.then(call.lobbyOpened(), call.leadJoined()))
                    .when(new JoinMeeting(discoveryCall, as(lena), now, lenaInTheRoom))
                    .expectNoEvents()
                    .expectResultMessagePayload(3L);
        }

        @Test
        void counts_again_after_leaving() {
            meeting.given(call.then(call.lobbyOpened(), call.leadJoined(), left(lenaInTheRoom)))
                    .when(new JoinMeeting(discoveryCall, as(lena), now, lenaInTheRoom))
                    .expectEvents(call.leadJoined());
        }

        @Test
        void refuses_guests_before_the_lobby() {
            meeting.given(call.soFar())
                    .when(new JoinMeeting(discoveryCall, as(lena), now, lenaInTheRoom))
                    .expectException(refused(NOT_OPEN_YET));
        }

        @Test
        void refuses_everybody_when_it_is_over() {
            meeting.given(call.then(call.started(), call.ended()))
                    .when(new JoinMeeting(discoveryCall, alice, now, aliceInTheRoom))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void refuses_to_come_as_somebody_else() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(new JoinMeeting(discoveryCall, as(gus), now, lenaInTheRoom))
                    .expectException(refused(NOT_YOURSELF));
        }

        @Test
        void refuses_a_user_who_comes_as_another() {
            meeting.given(call.soFar())
                    .when(new JoinMeeting(discoveryCall, bob, now, aliceInTheRoom))
                    .expectException(refused(NOT_YOURSELF));
        }

        @Test
        void refuses_a_guest_who_plays_the_host() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(new JoinMeeting(
                            discoveryCall, as(gus), now, new Participant(gus.participantId(), "Gus", Role.HOST)))
                    .expectException(refused(NOT_THE_HOST));
        }

        @Test
        void refuses_a_guest_who_plays_the_lead() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(new JoinMeeting(
                            discoveryCall, as(gus), now, new Participant(gus.participantId(), "Gus", Role.LEAD)))
                    .expectException(refused(INVITEE_UNKNOWN));
        }

        @Test
        void refuses_a_guest_who_plays_the_interviewer() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(new JoinMeeting(
                            discoveryCall, as(gus), now, new Participant(gus.participantId(), "Gus", Role.INTERVIEWER)))
                    .expectException(refused(NOT_YOURSELF));
        }

        @Test
        void refuses_a_guest_who_is_no_longer_invited() {
            meeting.given(call.then(call.lobbyOpened(), new InviteeRemoved(discoveryCall, gus.participantId(), 1)))
                    .when(new JoinMeeting(discoveryCall, as(gus), now, gusInTheRoom))
                    .expectException(refused(INVITEE_UNKNOWN));
        }

        @Test
        void refuses_an_interviewer_where_a_person_leads() {
            meeting.given(call.ledByAPerson().then(call.started()))
                    .when(new JoinMeeting(discoveryCall, parley, now, parleyInTheRoom))
                    .expectException(refused(INVITEE_UNKNOWN));
        }

        @Test
        void refuses_the_crm() {
            meeting.given(call.soFar())
                    .when(new JoinMeeting(
                            discoveryCall, new Actor(demo, "creatio", Actor.Kind.CRM, "Creatio"), now, aliceInTheRoom))
                    .expectException(refused(NOT_YOURSELF));
        }
    }

    @Nested
    class Leaving {
        @Test
        void is_noticed() {
            meeting.given(call.then(call.lobbyOpened(), call.leadJoined()))
                    .when(new LeaveMeeting(discoveryCall, as(lena), now, lena.participantId(), "left"))
                    .expectEvents(left(lenaInTheRoom));
        }

        @Test
        void is_noticed_by_the_house_when_a_connection_breaks() {
            meeting.given(call.then(call.lobbyOpened(), call.leadJoined()))
                    .when(new LeaveMeeting(discoveryCall, theHouse, now, lena.participantId(), "left"))
                    .expectEvents(left(lenaInTheRoom));
        }

        @Test
        void refuses_to_send_somebody_else_away() {
            meeting.given(call.then(call.lobbyOpened(), call.leadJoined()))
                    .when(new LeaveMeeting(discoveryCall, as(gus), now, lena.participantId(), "left"))
                    .expectException(refused(NOT_YOURSELF));
        }

        @Test
        void refuses_who_is_not_there() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(new LeaveMeeting(discoveryCall, as(lena), now, lena.participantId(), "left"))
                    .expectException(refused(NOT_IN_ROOM));
        }

        @Test
        void is_not_needed_when_the_meeting_has_ended() {
            meeting.given(call.then(call.started(), call.leadJoined(), call.ended()))
                    .when(new LeaveMeeting(discoveryCall, as(lena), now, lena.participantId(), "left"))
                    .expectException(refused(NOT_IN_ROOM));
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_role_is_asked_who_it_is(Role role) {
        meeting.given(call.then(call.started()))
                .when(new JoinMeeting(
                        discoveryCall, as(gus), now, new Participant(lena.participantId(), "Lena Lead", role)))
                .expectException(refused(NOT_YOURSELF));
    }

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

    private static ParticipantLeft left(Participant participant) {
        return new ParticipantLeft(discoveryCall, participant.participantId(), "left");
    }
}
