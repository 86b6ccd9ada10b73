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
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.INVITEE_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NOT_DISCLOSED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_IN_ROOM;
import static dev.parley.api.meeting.MeetingRefusal.NOT_OPEN_YET;
import static dev.parley.api.meeting.MeetingRefusal.NOT_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingRefusal.NOT_YOURSELF;
import static dev.parley.api.meeting.MeetingRefusal.NO_CONSENT;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.Actor;
import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingCommand.GiveConsent;
import dev.parley.api.meeting.MeetingCommand.GiveDisclosure;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import dev.parley.api.meeting.MeetingCommand.OpenLobby;
import dev.parley.api.meeting.MeetingCommand.StartMeeting;
import dev.parley.api.meeting.MeetingCommand.WithdrawConsent;
import dev.parley.api.meeting.MeetingEvent.ConsentGiven;
import dev.parley.api.meeting.MeetingEvent.ConsentWithdrawn;
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

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingRoomTest {
    private static final DiscoveryCall call = aDiscoveryCall();
    private static final String yes = "Yes, you may write down what I say.";

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

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

    @Nested
    class Disclosing {
        @Test
        void tells_everybody_that_the_interviewer_is_an_ai() {
            meeting.given(call.then(call.started(), call.leadJoined(), call.interviewerJoined()))
                    .when(disclosureBy(parley))
                    .expectEvents(call.disclosed());
        }

        @Test
        void happens_once() {
            meeting.given(call.then(call.started(), call.disclosed()))
                    .when(disclosureBy(theHouse))
                    .expectNoEvents()
                    .expectResultMessagePayload(3L);
        }

        @Test
        void waits_for_the_start() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(disclosureBy(parley))
                    .expectException(refused(NOT_STARTED));
        }

        @Test
        void comes_too_late_after_the_end() {
            meeting.given(call.then(call.started(), call.ended()))
                    .when(disclosureBy(parley))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_the_interviewers_own_business() {
            meeting.given(call.then(call.started())).when(disclosureBy(alice)).expectException(refused(NOT_YOURSELF));
        }

        private GiveDisclosure disclosureBy(Actor actor) {
            return new GiveDisclosure(
                    discoveryCall, actor, now, call.disclosed().text());
        }
    }

    @Nested
    class Consenting {
        @Test
        void is_kept_with_the_words_agreed_to() {
            meeting.given(call.then(call.started(), call.leadJoined(), call.disclosed()))
                    .when(new GiveConsent(discoveryCall, as(lena), now, lena.participantId(), yes))
                    .expectEvents(call.leadConsented());
        }

        @Test
        void happens_once() {
            meeting.given(call.then(call.started(), call.leadJoined(), call.disclosed(), call.leadConsented()))
                    .when(new GiveConsent(discoveryCall, as(lena), now, lena.participantId(), yes))
                    .expectNoEvents()
                    .expectResultMessagePayload(5L);
        }

        @Test
        void is_for_the_sales_team_possible_before_the_disclosure() {
            meeting.given(call.then(call.joined(aliceInTheRoom)))
                    .when(new GiveConsent(discoveryCall, alice, now, aliceInTheRoom.participantId(), yes))
                    .expectEvents(new ConsentGiven(discoveryCall, aliceInTheRoom.participantId(), yes));
        }

        @Test
        void is_possible_at_once_where_no_ai_leads() {
            meeting.given(call.ledByAPerson().then(call.lobbyOpened(), call.leadJoined()))
                    .when(new GiveConsent(discoveryCall, as(lena), now, lena.participantId(), yes))
                    .expectEvents(call.leadConsented());
        }

        @Test
        void refuses_guests_who_have_not_been_told() {
            meeting.given(call.then(call.started(), call.leadJoined()))
                    .when(new GiveConsent(discoveryCall, as(lena), now, lena.participantId(), yes))
                    .expectException(refused(NOT_DISCLOSED));
        }

        @Test
        void refuses_who_is_not_there() {
            meeting.given(call.then(call.started(), call.disclosed()))
                    .when(new GiveConsent(discoveryCall, as(lena), now, lena.participantId(), yes))
                    .expectException(refused(NOT_IN_ROOM));
        }

        @Test
        void refuses_to_agree_for_somebody_else() {
            meeting.given(call.then(call.started(), call.leadJoined(), call.disclosed()))
                    .when(new GiveConsent(discoveryCall, alice, now, lena.participantId(), yes))
                    .expectException(refused(NOT_YOURSELF));
        }

        @Test
        void comes_too_late_after_the_end() {
            meeting.given(call.then(call.started(), call.leadJoined(), call.disclosed(), call.ended()))
                    .when(new GiveConsent(discoveryCall, as(lena), now, lena.participantId(), yes))
                    .expectException(refused(ALREADY_ENDED));
        }
    }

    @Nested
    class ThinkingBetterOfIt {
        @Test
        void takes_the_consent_back() {
            meeting.given(call.then(call.started(), call.leadJoined(), call.disclosed(), call.leadConsented()))
                    .when(new WithdrawConsent(discoveryCall, as(lena), now, lena.participantId()))
                    .expectEvents(new ConsentWithdrawn(discoveryCall, lena.participantId()));
        }

        @Test
        void refuses_where_nothing_was_agreed() {
            meeting.given(call.then(call.started(), call.leadJoined()))
                    .when(new WithdrawConsent(discoveryCall, as(lena), now, lena.participantId()))
                    .expectException(refused(NO_CONSENT));
        }

        @Test
        void refuses_to_decide_for_somebody_else() {
            meeting.given(call.then(call.started(), call.leadJoined(), call.disclosed(), call.leadConsented()))
                    .when(new WithdrawConsent(discoveryCall, as(gus), now, lena.participantId()))
                    .expectException(refused(NOT_YOURSELF));
        }

        @Test
        void comes_too_late_after_the_end() {
            meeting.given(call.then(
                            call.started(), call.leadJoined(), call.disclosed(), call.leadConsented(), call.ended()))
                    .when(new WithdrawConsent(discoveryCall, as(lena), now, lena.participantId()))
                    .expectException(refused(ALREADY_ENDED));
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

    private static ParticipantLeft left(Participant participant) {
        return new ParticipantLeft(discoveryCall, participant.participantId(), "left");
    }
}
