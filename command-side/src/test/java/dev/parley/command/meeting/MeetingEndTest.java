package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.LEAD_CAME;
import static dev.parley.api.meeting.MeetingRefusal.NOT_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingRefusal.NO_SUMMARY_YET;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.MeetingCommand.ApproveSummary;
import dev.parley.api.meeting.MeetingCommand.EndMeeting;
import dev.parley.api.meeting.MeetingCommand.RecordNoShow;
import dev.parley.api.meeting.MeetingCommand.WriteSummary;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingEvent.SummaryApproved;
import dev.parley.api.meeting.MeetingEvent.SummaryWritten;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingEndTest {
    private static final DiscoveryCall call = aDiscoveryCall();
    private static final Instant tenPastNine = call.time().start().plus(Duration.ofMinutes(10));

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

    @Nested
    class NotShowing {
        @Test
        void closes_a_meeting_to_which_the_lead_did_not_come() {
            meeting.given(call.then(call.started()))
                    .when(new RecordNoShow(discoveryCall, theHouse, tenPastNine))
                    .expectEvents(new LeadDidNotShow(discoveryCall));
        }

        @Test
        void closes_a_meeting_that_nobody_started() {
            meeting.given(call.soFar())
                    .when(new RecordNoShow(discoveryCall, theHouse, tenPastNine))
                    .expectEvents(new LeadDidNotShow(discoveryCall));
        }

        @Test
        void happens_once() {
            meeting.given(call.then(new LeadDidNotShow(discoveryCall)))
                    .when(new RecordNoShow(discoveryCall, theHouse, tenPastNine))
                    .expectNoEvents()
                    .expectResultMessagePayload(2L);
        }

        @Test
        void is_not_true_of_a_lead_who_came_and_left() {
            meeting.given(call.then(call.lobbyOpened(), call.leadJoined()))
                    .when(new RecordNoShow(discoveryCall, theHouse, tenPastNine))
                    .expectException(refused(LEAD_CAME));
        }

        @Test
        void cannot_be_known_before_the_start() {
            meeting.given(call.soFar())
                    .when(new RecordNoShow(discoveryCall, theHouse, now))
                    .expectException(refused(NOT_STARTED));
        }

        @Test
        void refuses_a_meeting_that_is_off() {
            meeting.given(call.then(call.cancelled()))
                    .when(new RecordNoShow(discoveryCall, theHouse, tenPastNine))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(call.soFar())
                    .when(new RecordNoShow(discoveryCall, as(lena), tenPastNine))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    @Nested
    class Ending {
        @Test
        void completes_a_meeting_to_which_the_lead_came() {
            meeting.given(call.then(call.started(), call.leadJoined()))
                    .when(new EndMeeting(discoveryCall, parley, now, "interview complete"))
                    .expectEvents(call.ended());
        }

        @Test
        void abandons_a_meeting_to_which_the_lead_never_came() {
            meeting.given(call.then(call.started()))
                    .when(new EndMeeting(discoveryCall, alice, now, "nobody here"))
                    .expectEvents(new MeetingEnded(discoveryCall, MeetingStatus.ABANDONED, "nobody here"));
        }

        @Test
        void refuses_a_meeting_that_already_ended() {
            meeting.given(call.then(call.started(), call.ended()))
                    .when(new EndMeeting(discoveryCall, alice, now, "again"))
                    .expectException(refused(ALREADY_ENDED));
        }

        @Test
        void refuses_a_meeting_that_never_started() {
            meeting.given(call.then(call.lobbyOpened()))
                    .when(new EndMeeting(discoveryCall, alice, now, "too early"))
                    .expectException(refused(NOT_STARTED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(call.then(call.started(), call.leadJoined()))
                    .when(new EndMeeting(discoveryCall, as(lena), now, "bored"))
                    .expectException(refused(NOT_THE_HOST));
        }
    }

    @Nested
    class Summarising {
        private static final MeetingSummary summary =
                new MeetingSummary("They want it", List.of("Budget is there"), List.of("Send offer"), "offline-1");

        @Test
        void follows_the_end() {
            meeting.given(call.then(call.started(), call.leadJoined(), call.ended()))
                    .when(new WriteSummary(discoveryCall, theHouse, now, summary))
                    .expectEvents(new SummaryWritten(discoveryCall, summary));
        }

        @Test
        void changes_nothing_when_it_says_the_same() {
            meeting.given(call.then(call.started(), call.ended(), new SummaryWritten(discoveryCall, summary)))
                    .when(new WriteSummary(discoveryCall, theHouse, now, summary))
                    .expectNoEvents()
                    .expectResultMessagePayload(4L);
        }

        @Test
        void is_approved_once_and_again_only_when_it_says_something_else() {
            var approved = new SummaryApproved(discoveryCall);
            var written = call.then(call.started(), call.ended(), new SummaryWritten(discoveryCall, summary));
            meeting.given(written)
                    .when(new ApproveSummary(discoveryCall, alice, now))
                    .expectEvents(approved);
            written = call.then(call.started(), call.ended(), new SummaryWritten(discoveryCall, summary), approved);
            meeting.given(written)
                    .when(new ApproveSummary(discoveryCall, alice, now))
                    .expectNoEvents();
            var other = new MeetingSummary("They do not want it", List.of("No budget"), List.of(), "offline-1");
            meeting.given(written)
                    .andGiven(new SummaryWritten(discoveryCall, other))
                    .when(new ApproveSummary(discoveryCall, alice, now))
                    .expectEvents(approved);
        }

        @Test
        void is_not_approved_before_it_is_there_nor_by_a_guest() {
            meeting.given(call.then(call.started(), call.ended()))
                    .when(new ApproveSummary(discoveryCall, alice, now))
                    .expectException(refused(NO_SUMMARY_YET));
            meeting.given(call.then(call.started(), call.ended(), new SummaryWritten(discoveryCall, summary)))
                    .when(new ApproveSummary(discoveryCall, as(lena), now))
                    .expectException(refused(NOT_THE_HOST));
        }

        @Test
        void waits_for_the_end() {
            meeting.given(call.then(call.started()))
                    .when(new WriteSummary(discoveryCall, theHouse, now, summary))
                    .expectException(refused(NOT_ENDED));
        }

        @Test
        void has_nothing_to_say_about_a_meeting_that_never_was() {
            meeting.given(call.then(call.cancelled()))
                    .when(new WriteSummary(discoveryCall, theHouse, now, summary))
                    .expectException(refused(NOT_STARTED));
        }

        @Test
        void is_not_for_guests() {
            meeting.given(call.then(call.started(), call.ended()))
                    .when(new WriteSummary(discoveryCall, as(lena), now, summary))
                    .expectException(refused(NOT_THE_HOST));
        }
    }
}
