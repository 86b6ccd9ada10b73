package dev.parley.saga.autojoin;

import static dev.parley.api.Samples.*;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.parley.api.Actor;
import dev.parley.api.interview.InterviewCommand.SeatInterviewer;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.meeting.MeetingCommand.*;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingReopened;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingEvent.NoShowConfirmed;
import dev.parley.api.meeting.MeetingEvent.ParticipantLeft;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.Participant;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The call lasts from nine to half past nine on Tuesday; the story begins on Monday. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AutoJoinSagaTest {
    private static final Actor autoJoin = Actor.system(demo, "auto-join");
    private static final Instant start = nextTuesday9amBerlin().start();
    private static final Instant end = nextTuesday9amBerlin().end();
    private static final Instant lobby = start.minus(ofMinutes(10));
    private static final Duration grace = ofMinutes(10);
    private static final MeetingTime wednesday = berlin("2026-12-02T09:00");

    private final DecidingSide decidingSide = new DecidingSide();
    private final SagaTestFixture<AutoJoinSaga> saga = at(now);

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
            at(soon).givenNoPriorActivity()
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
            var byAPerson = at(now);
            byAPerson
                    .givenAPublished(aDiscoveryCall().ledByAPerson().scheduled())
                    .whenPublishingA(aDiscoveryCall().started())
                    .expectNoDispatchedCommands();
        }
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
            var late = at(start);
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

    private SagaTestFixture<AutoJoinSaga> at(Instant instant) {
        var fixture = Stage.forSaga(AutoJoinSaga.class, instant, decidingSide);
        fixture.registerResource(new AutoJoinSettings(
                ofMinutes(10), ofMinutes(15), ofMinutes(5), ofMinutes(10), ofHours(2), grace, ofMinutes(15)));
        return fixture;
    }

    private static LeadDidNotShow absentUntil(Instant end) {
        return new LeadDidNotShow(discoveryCall, Optional.of(end));
    }

    private static ParticipantLeft left(Participant participant) {
        return new ParticipantLeft(discoveryCall, participant.participantId(), "left");
    }

    private static MeetingRescheduled moved(MeetingTime time) {
        return new MeetingRescheduled(discoveryCall, time, time.start(), "2026a", 1);
    }
}
