package dev.parley.command.meeting;

import static dev.parley.api.Samples.*;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.INVITEE_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingRefusal.PROPOSAL_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.RESPONSE_IS_OLD;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Actor;
import dev.parley.api.DiscoveryCall;
import dev.parley.api.ShapeRefusal;
import dev.parley.api.meeting.MeetingCommand.*;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.ProposedTime;
import dev.parley.api.meeting.ReplyCommand.*;
import dev.parley.api.meeting.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingRepliesTest {
    private static final DiscoveryCall call = aDiscoveryCall();
    private static final MeetingTime later = call.time()
            .movedTo(call.time().start().plusSeconds(3_600), call.time().end().plusSeconds(3_600));
    private static final MeetingRescheduled moved =
            new MeetingRescheduled(discoveryCall, later, later.start(), "2026a", 1);

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

    @Nested
    class A_response {
        @Test
        void is_heard() {
            meeting.given(call.scheduled())
                    .when(says(Response.ACCEPTED, 0, now))
                    .expectEvents(said(Response.ACCEPTED, 0, now));
        }

        @Test
        void is_heard_once() {
            meeting.given(call.scheduled(), said(Response.ACCEPTED, 0, now))
                    .when(says(Response.ACCEPTED, 0, now))
                    .expectException(refused(RESPONSE_IS_OLD))
                    .expectNoEvents();
        }

        @Test
        void that_was_overtaken_by_a_newer_one_counts_no_more() {
            meeting.given(call.scheduled(), said(Response.DECLINED, 0, now))
                    .when(says(Response.ACCEPTED, 0, now.minusSeconds(1)))
                    .expectException(refused(RESPONSE_IS_OLD));
        }

        @Test
        void that_is_newer_takes_the_place_of_the_older() {
            meeting.given(call.scheduled(), said(Response.ACCEPTED, 0, now))
                    .when(says(Response.DECLINED, 0, now.plusSeconds(1)))
                    .expectEvents(said(Response.DECLINED, 0, now.plusSeconds(1)));
        }

        @Test
        void to_a_higher_sequence_wins_whatever_its_clock_said() {
            meeting.given(call.scheduled(), said(Response.DECLINED, 0, now), renamed())
                    .when(says(Response.ACCEPTED, 1, now.minusSeconds(60)))
                    .expectEvents(said(Response.ACCEPTED, 1, now.minusSeconds(60)));
        }

        @Test
        void to_another_time_is_none_to_the_one_that_stands() {
            meeting.given(call.scheduled(), moved)
                    .when(says(Response.ACCEPTED, 0, now))
                    .expectException(refused(RESPONSE_IS_OLD));
        }

        @Test
        void to_the_time_that_stands_counts_though_only_the_title_changed_since() {
            meeting.given(call.scheduled(), renamed())
                    .when(says(Response.ACCEPTED, 0, now))
                    .expectEvents(said(Response.ACCEPTED, 0, now));
        }

        @Test
        void to_what_was_never_sent_is_not_believed() {
            meeting.given(call.scheduled())
                    .when(says(Response.ACCEPTED, 7, now))
                    .expectException(refused(RESPONSE_IS_OLD));
        }

        @Test
        void of_somebody_who_is_not_invited_is_refused() {
            var nobody = ParticipantId.ofInvitee(discoveryCall, "mallory@acme.test");
            meeting.given(call.scheduled())
                    .when(new RecordResponse(discoveryCall, theHouse, now, nobody, Response.ACCEPTED, 0, now, ""))
                    .expectException(refused(INVITEE_UNKNOWN));
        }

        @Test
        void comes_too_late_when_the_meeting_is_over() {
            meeting.given(call.scheduled(), call.cancelled())
                    .when(says(Response.ACCEPTED, 0, now))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_taken_from_a_guest_in_person() {
            var guest = new Actor(demo, lena.participantId().toString(), Actor.Kind.LEAD, "Lena Lead");
            meeting.given(call.scheduled())
                    .when(new RecordResponse(
                            discoveryCall, guest, now, gus.participantId(), Response.ACCEPTED, 0, now, ""))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    @Nested
    class A_proposal {
        @Test
        void is_heard_and_shown_until_it_is_decided() {
            meeting.given(call.scheduled()).when(proposes(anHourLater(0))).expectEvents(proposed(anHourLater(0)));
            meeting.given(call.scheduled(), proposed(anHourLater(0)))
                    .when(new ReadProposal(discoveryCall, alice, now, lena.participantId()))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Proposal(
                            later,
                            new Agreed(
                                    alice.id(),
                                    call.scheduled().title(),
                                    call.time(),
                                    "discovery",
                                    MeetingStatus.SCHEDULED)));
        }

        @Test
        void is_declined_once() {
            var decline = new DeclineProposal(discoveryCall, alice, now, lena.participantId());
            var declined = new ProposalDeclined(discoveryCall, lena.participantId(), anHourLater(0));
            meeting.given(call.scheduled(), proposed(anHourLater(0)))
                    .when(decline)
                    .expectEvents(declined);
            meeting.given(call.scheduled(), proposed(anHourLater(0)), declined)
                    .when(decline)
                    .expectException(refused(PROPOSAL_UNKNOWN));
        }

        @Test
        void is_gone_when_the_meeting_moves() {
            meeting.given(call.scheduled(), proposed(anHourLater(0)), moved)
                    .when(new ReadProposal(discoveryCall, alice, now, lena.participantId()))
                    .expectException(refused(PROPOSAL_UNKNOWN));
        }

        @Test
        void that_is_older_than_what_was_heard_is_refused() {
            meeting.given(call.scheduled(), said(Response.ACCEPTED, 0, now.plusSeconds(1)))
                    .when(proposes(anHourLater(0)))
                    .expectException(refused(RESPONSE_IS_OLD));
        }

        @Test
        void of_no_time_at_all_cannot_be_made() {
            assertThatThrownBy(() -> new ProposedTime(now, now, 0, now, ""))
                    .hasFieldOrPropertyWithValue("refusal", ShapeRefusal.ENDS_BEFORE_IT_STARTS);
        }
    }

    @Nested
    class A_repair {
        @Test
        void raises_the_sequence_for_whoever_is_told_next() {
            var repaired = new CalendarRepaired(discoveryCall, lena.participantId(), 1);
            meeting.given(call.scheduled()).when(repair(lena.participantId())).expectEvents(repaired);
            meeting.given(call.scheduled(), repaired)
                    .when(repair(lena.participantId()))
                    .expectEvents(new CalendarRepaired(discoveryCall, lena.participantId(), 2));
        }

        @Test
        void of_what_is_over_or_of_somebody_unknown_is_refused() {
            meeting.given(call.scheduled(), call.cancelled())
                    .when(repair(lena.participantId()))
                    .expectException(refused(ALREADY_ENDED));
            meeting.given(call.scheduled())
                    .when(repair(ParticipantId.interviewerOf(discoveryCall)))
                    .expectException(refused(INVITEE_UNKNOWN));
        }

        private static RepairCalendar repair(ParticipantId participant) {
            return new RepairCalendar(discoveryCall, alice, now, participant);
        }
    }

    @Test
    void a_time_proposed_within_the_hour_that_happens_twice_keeps_its_offset() {
        var newYork = new MeetingTime(
                LocalDateTime.parse("2026-10-30T09:00"),
                ZoneId.of("America/New_York"),
                Duration.ofMinutes(30),
                Optional.empty());
        var second = Instant.parse("2026-11-01T06:30:00Z");
        assertThat(newYork.movedTo(second, second.plusSeconds(1_800)).start()).isEqualTo(second);
    }

    private static RecordResponse says(Response response, int sequence, Instant stamp) {
        return new RecordResponse(discoveryCall, theHouse, now, lena.participantId(), response, sequence, stamp, "");
    }

    private static InviteeResponded said(Response response, int sequence, Instant stamp) {
        return new InviteeResponded(discoveryCall, lena.participantId(), response, sequence, stamp, "");
    }

    private static MeetingDetailsRevised renamed() {
        return new MeetingDetailsRevised(discoveryCall, "Another title", 1);
    }

    private static ProposedTime anHourLater(int sequence) {
        return new ProposedTime(later.start(), later.end(), sequence, now, "One hour later?");
    }

    private static RecordProposal proposes(ProposedTime proposed) {
        return new RecordProposal(discoveryCall, theHouse, now, lena.participantId(), proposed);
    }

    private static NewTimeProposed proposed(ProposedTime proposed) {
        return new NewTimeProposed(discoveryCall, lena.participantId(), proposed);
    }
}
