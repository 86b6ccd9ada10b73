package dev.parley.saga.autojoin;

import static dev.parley.api.Samples.*;
import static dev.parley.saga.autojoin.AutoJoinStage.at;
import static dev.parley.saga.autojoin.AutoJoinStage.autoJoin;
import static dev.parley.saga.autojoin.AutoJoinStage.end;
import static dev.parley.saga.autojoin.AutoJoinStage.lobby;
import static dev.parley.saga.autojoin.AutoJoinStage.moved;
import static dev.parley.saga.autojoin.AutoJoinStage.start;
import static dev.parley.saga.autojoin.AutoJoinStage.wednesday;
import static java.time.Duration.ofMinutes;

import dev.parley.api.interview.InterviewCommand.SeatInterviewer;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.meeting.MeetingCommand.*;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.saga.DecidingSide;
import java.time.Instant;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a meeting begins by itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AutoJoinSagaTest {
    private final DecidingSide decidingSide = new DecidingSide();
    private final SagaTestFixture<AutoJoinSaga> saga = at(now, decidingSide);

    @BeforeEach
    void begin() {
        saga.givenAPublished(aDiscoveryCall().scheduled());
    }

    @Nested
    class Opening {
        @Test
        void opens_the_lobby_ten_minutes_before() {
            saga.givenNoPriorActivity()
                    .whenTimeAdvancesTo(lobby)
                    .expectDispatchedCommands(new OpenLobby(discoveryCall, autoJoin, lobby));
        }

        @Test
        void opens_the_lobby_at_once_when_the_meeting_begins_in_a_moment() {
            var soon = start.minusSeconds(60);
            at(soon, decidingSide)
                    .givenNoPriorActivity()
                    .whenPublishingA(aDiscoveryCall().scheduled())
                    .expectDispatchedCommands(new OpenLobby(discoveryCall, autoJoin, soon));
        }
    }

    @Nested
    class Starting {
        @Test
        void starts_at_the_agreed_time() throws Exception {
            saga.givenNoPriorActivity();
            saga.andThenTimeAdvancesTo(lobby)
                    .whenTimeAdvancesTo(start)
                    .expectDispatchedCommands(new StartMeeting(discoveryCall, autoJoin, start));
        }

        @Test
        void catches_up_once_when_the_machine_was_down_at_the_start() throws Exception {
            var booted = start.plusSeconds(20);
            saga.givenNoPriorActivity();
            saga.andThenTimeAdvancesTo(lobby)
                    .whenTimeAdvancesTo(booted)
                    .expectDispatchedCommands(new StartMeeting(discoveryCall, autoJoin, booted));
            saga.whenTimeElapses(ofMinutes(1)).expectNoDispatchedCommands();
        }

        @Test
        void marks_as_missed_what_the_machine_slept_through() throws Exception {
            saga.givenNoPriorActivity();
            saga.andThenTimeAdvancesTo(lobby).whenTimeAdvancesTo(end).expectDispatchedCommands(missed(end));
        }

        @Test
        void marks_as_missed_what_nobody_waits_for_any_longer() throws Exception {
            var late = start.plus(ofMinutes(15));
            saga.givenNoPriorActivity();
            saga.andThenTimeAdvancesTo(lobby).whenTimeAdvancesTo(late).expectDispatchedCommands(missed(late));
        }

        @Test
        void starts_however_late_while_somebody_waits_and_time_is_left() throws Exception {
            var late = end.minusSeconds(60);
            saga.andThenTimeAdvancesTo(lobby).andThenAPublished(aDiscoveryCall().leadJoined());
            saga.whenTimeAdvancesTo(late).expectDispatchedCommands(new StartMeeting(discoveryCall, autoJoin, late));
        }

        private static FailMeeting missed(Instant at) {
            return new FailMeeting(discoveryCall, autoJoin, at, "Parley was not running at the time of the meeting.");
        }

        @Test
        void starts_at_the_new_time_when_the_meeting_moved() throws Exception {
            saga.andThenAPublished(moved(wednesday));
            saga.whenTimeAdvancesTo(start).expectNoDispatchedCommands();
            saga.andThenTimeAdvancesTo(wednesday.start().minus(ofMinutes(10)))
                    .whenTimeAdvancesTo(wednesday.start())
                    .expectDispatchedCommands(new StartMeeting(discoveryCall, autoJoin, wednesday.start()));
        }

        @Test
        void starts_nothing_that_was_cancelled() {
            saga.givenNoPriorActivity()
                    .whenPublishingA(aDiscoveryCall().cancelled())
                    .expectNoScheduledDeadlines()
                    .expectActiveSagas(0);
        }

        @Test
        void does_not_start_again_what_the_host_started_early() throws Exception {
            saga.andThenAPublished(aDiscoveryCall().started());
            saga.whenTimeAdvancesTo(start).expectNoDispatchedCommands();
        }

        @Test
        void bears_that_the_host_was_a_moment_faster() {
            decidingSide.refuse(StartMeeting.class, MeetingRefusal.ALREADY_STARTED);
            saga.givenNoPriorActivity().whenTimeAdvancesTo(start).expectActiveSagas(1);
        }
    }

    @Nested
    class Joining {
        @Test
        void brings_the_interviewer_in_with_the_pinned_questions_as_soon_as_the_meeting_starts() {
            saga.givenNoPriorActivity()
                    .whenPublishingA(aDiscoveryCall().started())
                    .expectDispatchedCommands(
                            new SeatInterviewer(
                                    InterviewId.of(discoveryCall), parley, now, discoveryCall, qualification),
                            new JoinMeeting(discoveryCall, parley, now, parleyInTheRoom));
        }

        @Test
        void stays_away_when_a_person_leads() {
            var byAPerson = at(now, decidingSide);
            byAPerson
                    .givenAPublished(aDiscoveryCall().ledByAPerson().scheduled())
                    .whenPublishingA(aDiscoveryCall().started())
                    .expectNoDispatchedCommands();
        }
    }
}
