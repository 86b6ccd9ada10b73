package dev.parley.saga.autojoin;

import static dev.parley.api.Samples.*;
import static dev.parley.saga.autojoin.AutoJoinStage.absentUntil;
import static dev.parley.saga.autojoin.AutoJoinStage.at;
import static dev.parley.saga.autojoin.AutoJoinStage.autoJoin;
import static dev.parley.saga.autojoin.AutoJoinStage.end;
import static dev.parley.saga.autojoin.AutoJoinStage.grace;
import static dev.parley.saga.autojoin.AutoJoinStage.left;
import static dev.parley.saga.autojoin.AutoJoinStage.start;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.parley.api.meeting.MeetingCommand.*;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingReopened;
import dev.parley.api.meeting.MeetingEvent.NoShowConfirmed;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.saga.DecidingSide;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a meeting ends by itself: the lead does not come, everybody leaves, the time is over. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AutoJoinEndTest {
    private final DecidingSide decidingSide = new DecidingSide();
    private final SagaTestFixture<AutoJoinSaga> saga = at(now, decidingSide);

    @BeforeEach
    void begin() {
        saga.givenAPublished(aDiscoveryCall().scheduled());
    }

    @Nested
    class Waiting_for_the_lead {
        @Test
        void puts_on_record_that_the_lead_did_not_come() throws Exception {
            saga.andThenTimeAdvancesTo(start).andThenAPublished(aDiscoveryCall().started());
            saga.andThenAPublished(aDiscoveryCall().joined(aliceInTheRoom))
                    .whenTimeElapses(ofMinutes(15))
                    .expectDispatchedCommands(
                            new RecordNoShow(discoveryCall, autoJoin, start.plus(ofMinutes(15)), grace));
        }

        @Test
        void waits_until_after_the_agreed_time_even_if_the_host_starts_early() throws Exception {
            saga.andThenAPublished(aDiscoveryCall().started());
            saga.whenTimeAdvancesTo(start.plus(ofMinutes(15)).minusSeconds(1)).expectNoDispatchedCommands();
            saga.whenTimeElapses(ofSeconds(1))
                    .expectDispatchedCommands(
                            new RecordNoShow(discoveryCall, autoJoin, start.plus(ofMinutes(15)), grace));
        }

        @Test
        void misses_nobody_who_came_before_or_after_the_start() throws Exception {
            saga.andThenAPublished(aDiscoveryCall().leadJoined())
                    .andThenAPublished(aDiscoveryCall().started());
            saga.whenTimeAdvancesTo(start.plus(ofMinutes(15))).expectNoDispatchedCommands();
            var late = at(start, decidingSide);
            late.givenAPublished(aDiscoveryCall().scheduled())
                    .andThenAPublished(aDiscoveryCall().started())
                    .andThenAPublished(aDiscoveryCall().leadJoined())
                    .whenTimeElapses(ofMinutes(15))
                    .expectNoDispatchedCommands();
        }

        @Test
        void goes_on_waiting_while_guests_are_there() throws Exception {
            saga.andThenTimeAdvancesTo(start).andThenAPublished(aDiscoveryCall().started());
            saga.andThenAPublished(aDiscoveryCall().joined(gusInTheRoom));
            saga.whenTimeElapses(ofMinutes(15)).expectNoDispatchedCommands();
            saga.andThenAPublished(left(gusInTheRoom))
                    .whenTimeElapses(ofMinutes(15))
                    .expectDispatchedCommands(
                            new RecordNoShow(discoveryCall, autoJoin, start.plus(ofMinutes(30)), grace));
        }

        @Test
        void leaves_the_lead_a_grace_and_then_makes_it_a_no_show() throws Exception {
            saga.andThenTimeAdvancesTo(start).andThenAPublished(aDiscoveryCall().started());
            saga.andThenTimeElapses(ofMinutes(15)).andThenAPublished(absentUntil(start.plus(ofMinutes(25))));
            saga.whenTimeElapses(grace.minusSeconds(1)).expectNoDispatchedCommands();
            saga.whenTimeElapses(ofSeconds(1))
                    .expectDispatchedCommands(new ConfirmNoShow(discoveryCall, autoJoin, start.plus(ofMinutes(25))));
        }

        @Test
        void forgets_the_grace_when_the_lead_comes_after_all() throws Exception {
            saga.andThenTimeAdvancesTo(start).andThenAPublished(aDiscoveryCall().started());
            saga.andThenTimeElapses(ofMinutes(15)).andThenAPublished(absentUntil(start.plus(ofMinutes(25))));
            saga.andThenAPublished(new MeetingReopened(discoveryCall));
            saga.andThenAPublished(aDiscoveryCall().leadJoined())
                    .whenTimeElapses(grace)
                    .expectNoDispatchedCommands()
                    .expectActiveSagas(1);
        }

        @Test
        void is_done_when_nobody_waits_any_longer() throws Exception {
            saga.andThenAPublished(absentUntil(start.plus(ofMinutes(25))));
            saga.whenPublishingA(new NoShowConfirmed(discoveryCall))
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(0);
        }

        @Test
        void is_done_when_the_lead_did_not_show() {
            saga.givenNoPriorActivity()
                    .whenPublishingA(new LeadDidNotShow(discoveryCall))
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(0);
        }
    }

    @Nested
    class Ending {
        @BeforeEach
        void talk() throws Exception {
            saga.andThenTimeAdvancesTo(start).andThenAPublished(aDiscoveryCall().started());
            saga.andThenAPublished(aDiscoveryCall().interviewerJoined());
            saga.andThenAPublished(aDiscoveryCall().leadJoined());
        }

        @Test
        void ends_when_everybody_has_been_away_for_a_while_though_the_interviewer_is_there() throws Exception {
            saga.andThenAPublished(left(lenaInTheRoom))
                    .whenTimeElapses(ofMinutes(5))
                    .expectDispatchedCommands(
                            new EndMeeting(discoveryCall, autoJoin, start.plus(ofMinutes(5)), "everybody has left"));
        }

        @Test
        void goes_on_when_the_lead_comes_back() throws Exception {
            saga.andThenAPublished(left(lenaInTheRoom)).andThenTimeElapses(ofMinutes(4));
            saga.andThenAPublished(aDiscoveryCall().leadJoined())
                    .whenTimeElapses(ofMinutes(5))
                    .expectNoDispatchedCommands();
        }

        @Test
        void goes_on_while_the_host_is_still_there() throws Exception {
            saga.andThenAPublished(aDiscoveryCall().joined(aliceInTheRoom))
                    .andThenAPublished(left(lenaInTheRoom))
                    .whenTimeElapses(ofMinutes(5))
                    .expectNoDispatchedCommands();
        }

        @Test
        void lets_people_talk_past_the_end_but_not_for_ever() throws Exception {
            saga.whenTimeAdvancesTo(end.plus(ofMinutes(110))).expectNoDispatchedCommands();
            saga.whenTimeAdvancesTo(end.plus(ofHours(2)))
                    .expectDispatchedCommands(
                            new EndMeeting(discoveryCall, autoJoin, end.plus(ofHours(2)), "the time is over"));
        }

        @Test
        void is_done_when_the_meeting_has_ended() {
            saga.whenPublishingA(aDiscoveryCall().ended())
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(0);
        }
    }

    @Test
    void ends_after_the_time_when_nobody_is_there() throws Exception {
        saga.andThenTimeAdvancesTo(start).andThenAPublished(aDiscoveryCall().started());
        decidingSide.refuse(RecordNoShow.class, MeetingRefusal.LEAD_CAME);
        saga.andThenTimeAdvancesTo(end.plus(ofMinutes(9)))
                .whenTimeAdvancesTo(end.plus(ofMinutes(10)))
                .expectDispatchedCommands(
                        new EndMeeting(discoveryCall, autoJoin, end.plus(ofMinutes(10)), "the time is over"));
    }
}
