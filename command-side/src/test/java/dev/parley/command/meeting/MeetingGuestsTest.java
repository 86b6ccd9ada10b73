package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.invitee;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.ShapeRefusal.TOO_MANY;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.INVITED_TWICE;
import static dev.parley.api.meeting.MeetingRefusal.INVITEE_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.LEAD_STAYS_INVITED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand.AddInvitee;
import dev.parley.api.meeting.MeetingCommand.RemoveInvitee;
import dev.parley.api.meeting.MeetingEvent.InviteeAdded;
import dev.parley.api.meeting.MeetingEvent.InviteeRemoved;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who is asked to come, and who no longer is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingGuestsTest {
    private static final Invitee mia = invitee("Mia More", "mia@acme.test", Invitee.Role.GUEST);

    @Nested
    class Inviting {
        @Test
        void adds_a_guest_even_while_the_meeting_runs() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().started()))
                    .when(new AddInvitee(discoveryCall, alice, now, mia))
                    .expectEvents(new InviteeAdded(discoveryCall, mia));
        }

        @Test
        void refuses_an_address_that_is_invited() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new AddInvitee(
                            discoveryCall, alice, now, invitee("Lena L.", "LENA@acme.test", Invitee.Role.GUEST)))
                    .expectException(refused(INVITED_TWICE, "email"));
        }

        @Test
        void refuses_the_hundred_and_first() {
            var crowd = IntStream.range(1, 100)
                    .mapToObj(i -> invitee("Guest " + i, "guest" + i + "@acme.test", Invitee.Role.GUEST));
            var all = Stream.concat(Stream.of(lena), crowd).toArray(Invitee[]::new);
            meeting.given(aDiscoveryCall().inviting(all).soFar())
                    .when(new AddInvitee(discoveryCall, alice, now, mia))
                    .expectException(refused(TOO_MANY, "invitees"));
        }

        @Test
        void refuses_when_the_meeting_is_over() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().cancelled()))
                    .when(new AddInvitee(discoveryCall, alice, now, mia))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new AddInvitee(discoveryCall, as(gus), now, mia))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    @Nested
    class Uninviting {
        @Test
        void takes_a_guest_off_and_tells_calendars() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RemoveInvitee(discoveryCall, alice, now, gus.participantId()))
                    .expectEvents(new InviteeRemoved(discoveryCall, gus.participantId(), 1));
        }

        @Test
        void lets_the_same_person_be_invited_again() {
            meeting.given(aDiscoveryCall().then(new InviteeRemoved(discoveryCall, gus.participantId(), 1)))
                    .when(new AddInvitee(discoveryCall, alice, now, gus))
                    .expectEvents(new InviteeAdded(discoveryCall, gus));
        }

        @Test
        void refuses_the_lead() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RemoveInvitee(discoveryCall, alice, now, lena.participantId()))
                    .expectException(refused(LEAD_STAYS_INVITED));
        }

        @Test
        void refuses_somebody_who_is_not_invited() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RemoveInvitee(discoveryCall, alice, now, mia.participantId()))
                    .expectException(refused(INVITEE_UNKNOWN));
        }

        @Test
        void refuses_when_the_meeting_is_over() {
            meeting.given(aDiscoveryCall().then(aDiscoveryCall().cancelled()))
                    .when(new RemoveInvitee(discoveryCall, alice, now, gus.participantId()))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(aDiscoveryCall().soFar())
                    .when(new RemoveInvitee(discoveryCall, as(lena), now, gus.participantId()))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);
}
