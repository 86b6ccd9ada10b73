package dev.parley.signaling.admission;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Ids;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.KnownMeetings;
import dev.parley.signaling.ReadableLinks;
import dev.parley.signaling.frame.SignalRefusal;
import dev.parley.signaling.room.Attendee;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdmissionTest {
    private final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private final KnownMeetings known = KnownMeetings.withADiscoveryCall();
    private final ReadableLinks links = new ReadableLinks();
    private final Tickets tickets = new Tickets(clock, TicketDesk.SETTINGS);
    private final Meetings meetings = new Meetings(known);
    private final Admission admission = new Admission(meetings, tickets, links);
    private final TicketController http = new TicketController(
            admission,
            meetings,
            tickets,
            new TurnCredentials(
                    new TurnSettings(List.of(), List.of(), List.of(), Duration.ofHours(11), List.of()), clock),
            new VocabularySettings(
                    List.of("Parley"),
                    Map.of(demo.toString(), List.of("Quetzal"), eve.tenant().toString(), List.of("Rival"))),
            links);

    @Nested
    class The_sales_team {
        @Test
        void gets_a_ticket_as_host() {
            var ticket = http.forHost(alice, discoveryCall.toString()).block();

            assertThat(ticket.signalUrl()).isEqualTo("/signal");
            assertThat(ticket.iceServers()).isEmpty();
            assertThat(ticket.expiresAt()).isEqualTo(now.plusSeconds(30));
            assertThat(tickets.redeem(ticket.ticket()))
                    .contains(new Attendee(demo, discoveryCall, aliceInTheRoom, alice));
        }

        @Test
        void of_another_tenant_knows_no_such_meeting() {
            assertRefused(http.forHost(eve, discoveryCall.toString()), MeetingRefusal.MEETING_UNKNOWN);
            assertRefused(http.links(eve, discoveryCall.toString()), MeetingRefusal.MEETING_UNKNOWN);
        }

        @Test
        void gets_no_ticket_when_it_is_over() {
            known.know(KnownMeetings.page(MeetingStatus.CANCELLED));

            assertRefused(http.forHost(alice, discoveryCall.toString()), SignalRefusal.MEETING_OVER);
        }

        @Test
        void gets_a_link_for_everybody_who_is_invited() {
            var all = http.links(alice, discoveryCall.toString()).block();

            assertThat(all).extracting(TicketController.GuestLink::name).containsExactly("Lena Lead", "Gus Guest");
            assertThat(all)
                    .extracting(link -> link.joinUrl().getPath())
                    .containsExactly("/join/" + lenaInTheRoom.participantId(), "/join/" + gusInTheRoom.participantId());
        }
    }

    @Nested
    class Guests {
        private final String token = link(lenaInTheRoom);

        @Test
        void see_what_they_are_invited_to() {
            var invitation = http.invitation(token).block();

            assertThat(invitation.title()).isEqualTo("Discovery call");
            assertThat(invitation.participant()).isEqualTo(lenaInTheRoom);
            assertThat(invitation.hostName()).isEqualTo(alice.name());
        }

        @Test
        void get_a_ticket_that_makes_them_nobody_else() {
            var ticket = http.forGuest(token).block();

            assertThat(tickets.redeem(ticket.ticket()))
                    .contains(new Attendee(demo, discoveryCall, lenaInTheRoom, as(lena)));
        }

        @Test
        void get_the_names_that_their_recogniser_should_know_and_nobody_elses() {
            var ticket = http.forGuest(token).block();

            assertThat(ticket.phrases()).containsExactly("Parley", "Quetzal");
        }

        @Test
        void with_a_forged_link_are_nobody() {
            assertRefused(http.invitation("forged"), SignalRefusal.LINK_INVALID);
            assertRefused(http.forGuest("forged"), SignalRefusal.LINK_INVALID);
        }

        @Test
        void who_are_no_longer_invited_have_a_link_that_is_worth_nothing() {
            var mallory = new Participant(new ParticipantId(Ids.named("mallory")), "Mallory", Invitee.Role.GUEST);

            assertRefused(http.forGuest(link(mallory)), SignalRefusal.LINK_INVALID);
        }

        @Test
        void may_read_about_a_meeting_that_is_over_but_not_enter_it() {
            known.know(KnownMeetings.page(MeetingStatus.COMPLETED));

            assertThat(http.invitation(token).block().status()).isEqualTo(MeetingStatus.COMPLETED);
            assertRefused(http.forGuest(token), SignalRefusal.MEETING_OVER);
        }
    }

    private String link(Participant guest) {
        links.linkFor(demo, discoveryCall, guest, now);
        return guest.participantId().toString();
    }

    private static void assertRefused(Mono<?> answer, Refusal refusal) {
        StepVerifier.create(answer)
                .expectErrorSatisfies(
                        failure -> assertThat(((Refused) failure).refusal()).isEqualTo(refusal))
                .verify(Duration.ofSeconds(10));
    }
}
