package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_DISCLOSED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_IN_ROOM;
import static dev.parley.api.meeting.MeetingRefusal.NOT_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_YOURSELF;
import static dev.parley.api.meeting.MeetingRefusal.NO_CONSENT;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.Actor;
import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.MeetingCommand.GiveConsent;
import dev.parley.api.meeting.MeetingCommand.GiveDisclosure;
import dev.parley.api.meeting.MeetingCommand.WithdrawConsent;
import dev.parley.api.meeting.MeetingEvent.ConsentGiven;
import dev.parley.api.meeting.MeetingEvent.ConsentWithdrawn;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** People are told of the AI, agree to be written down, or think better of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingConsentTest {
    private static final DiscoveryCall call = aDiscoveryCall();
    private static final String yes = "Yes, you may write down what I say.";

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

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);
}
