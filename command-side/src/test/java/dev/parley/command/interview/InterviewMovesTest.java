package dev.parley.command.interview;

import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.qualification;
import static dev.parley.api.interview.InterviewRefusal.ALREADY_ANSWERED;
import static dev.parley.api.interview.InterviewRefusal.ALREADY_COMPLETED;
import static dev.parley.api.interview.InterviewRefusal.HANDED_TO_HUMAN;
import static dev.parley.api.interview.InterviewRefusal.INTERVIEW_UNKNOWN;
import static dev.parley.api.interview.InterviewRefusal.MOVE_IS_STALE;
import static dev.parley.api.interview.InterviewRefusal.NOT_ASKED;
import static dev.parley.api.interview.InterviewRefusal.PAUSED;
import static dev.parley.api.interview.InterviewRefusal.QUESTION_NOT_IN_SET;
import static dev.parley.api.interview.InterviewRefusal.TOO_MANY_FOLLOW_UPS;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.interview.Talk.answered;
import static dev.parley.command.interview.Talk.ask;
import static dev.parley.command.interview.Talk.asked;
import static dev.parley.command.interview.Talk.completed;
import static dev.parley.command.interview.Talk.elsewhere;
import static dev.parley.command.interview.Talk.handed;
import static dev.parley.command.interview.Talk.paused;
import static dev.parley.command.interview.Talk.said;
import static dev.parley.command.interview.Talk.seated;
import static dev.parley.command.interview.Talk.skipped;
import static dev.parley.command.interview.Talk.talk;

import dev.parley.api.interview.InterviewCommand.PauseInterview;
import dev.parley.api.interview.InterviewCommand.SeatInterviewer;
import dev.parley.api.interview.InterviewCommand.TakeTurn;
import dev.parley.api.interview.InterviewCommand.YieldFloor;
import dev.parley.api.interview.InterviewEvent.FloorYielded;
import dev.parley.api.interview.InterviewEvent.TurnTaken;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.PinnedQuestionSet;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who asks, what is asked next, and how often. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterviewMovesTest {
    @Nested
    class Seating {
        @Test
        void gives_the_meeting_its_one_interviewer() {
            interview
                    .givenNoPriorActivity()
                    .when(new SeatInterviewer(talk, parley, now, discoveryCall, qualification))
                    .expectEvents(seated)
                    .expectResultMessagePayload(0L);
        }

        @Test
        void changes_nothing_when_somebody_sits_there() {
            var other = new PinnedQuestionSet(qualification.questionSetId(), 4, "Other", List.of());
            interview
                    .given(seated)
                    .when(new SeatInterviewer(talk, parley, now, discoveryCall, other))
                    .expectNoEvents()
                    .expectResultMessagePayload(0L);
        }
    }

    @Nested
    class Asking {
        @Test
        void counts_as_a_move_and_names_its_words() {
            interview
                    .given(seated)
                    .when(ask(0, need, 0))
                    .expectEvents(asked(1, need, 0))
                    .expectResultMessagePayload(1L);
        }

        @Test
        void refuses_a_move_that_was_planned_too_early() {
            interview
                    .given(seated, asked(1, need, 0))
                    .when(ask(0, budget, 0))
                    .expectException(refused(MOVE_IS_STALE, "move"));
        }

        @Test
        void refuses_a_question_that_is_not_in_the_set() {
            interview
                    .given(seated)
                    .when(ask(0, elsewhere, 0))
                    .expectException(refused(QUESTION_NOT_IN_SET, "questionId"));
        }

        @Test
        void refuses_what_was_answered_in_passing() {
            interview
                    .given(seated, answered(budget, "yes"))
                    .when(ask(0, budget, 0))
                    .expectException(refused(ALREADY_ANSWERED));
        }

        @Test
        void returns_to_a_question_that_was_parked() {
            interview
                    .given(seated, asked(1, need, 0), skipped(need, MoveReason.OFF_TOPIC))
                    .when(ask(1, need, 0))
                    .expectEvents(asked(2, need, 0));
        }

        @Test
        void waits_while_paused() {
            interview.given(seated, paused).when(ask(0, need, 0)).expectException(refused(PAUSED));
        }

        @Test
        void is_left_to_the_person_who_leads() {
            interview.given(seated, handed).when(ask(0, need, 0)).expectException(refused(HANDED_TO_HUMAN));
        }

        @Test
        void is_over_when_the_interview_is() {
            interview.given(seated, completed).when(ask(0, need, 0)).expectException(refused(ALREADY_COMPLETED));
        }
    }

    @Nested
    class FollowingUp {
        @Test
        void digs_deeper_also_into_an_answer() {
            interview
                    .given(seated, asked(1, need, 0), answered(need, "Speed"))
                    .when(ask(1, need, 1))
                    .expectEvents(asked(2, need, 1));
        }

        @Test
        void may_happen_as_often_as_the_question_says() {
            interview
                    .given(seated, asked(1, need, 0), asked(2, need, 1))
                    .when(ask(2, need, 2))
                    .expectEvents(asked(3, need, 2));
        }

        @Test
        void refuses_one_more() {
            interview
                    .given(seated, asked(1, need, 0), asked(2, need, 1), asked(3, need, 2))
                    .when(ask(3, need, 3))
                    .expectException(refused(TOO_MANY_FOLLOW_UPS, "followUp"));
        }

        @Test
        void does_not_start_afresh_when_the_question_is_put_again() {
            interview
                    .given(seated, asked(1, need, 0), asked(2, need, 1), asked(3, need, 0))
                    .when(ask(3, need, 1))
                    .expectException(refused(MOVE_IS_STALE, "followUp"));
        }

        @Test
        void refuses_where_nothing_was_asked() {
            interview.given(seated).when(ask(0, need, 1)).expectException(refused(NOT_ASKED, "followUp"));
        }

        @Test
        void refuses_to_leave_one_out() {
            interview
                    .given(seated, asked(1, need, 0))
                    .when(ask(1, need, 2))
                    .expectException(refused(NOT_ASKED, "followUp"));
        }
    }

    @Nested
    class TakingTurns {
        @Test
        void counts_as_a_move() {
            interview
                    .given(seated, asked(1, need, 0))
                    .when(new TakeTurn(talk, parley, now, 1, "Thank you.", MoveReason.CLOSING))
                    .expectEvents(new TurnTaken(talk, discoveryCall, 2, "Thank you.", MoveReason.CLOSING, said(2)));
        }

        @Test
        void refuses_a_move_that_was_planned_too_early() {
            interview
                    .given(seated, asked(1, need, 0))
                    .when(new TakeTurn(talk, parley, now, 0, "Hello.", MoveReason.GREETING))
                    .expectException(refused(MOVE_IS_STALE, "move"));
        }
    }

    @Nested
    class YieldingTheFloor {
        private final YieldFloor toGus =
                new YieldFloor(talk, parley, now, 1, gusInTheRoom.participantId(), "Gus, please.");

        @Test
        void counts_as_a_move() {
            interview
                    .given(seated, asked(1, need, 0))
                    .when(toGus)
                    .expectEvents(new FloorYielded(
                            talk, discoveryCall, 2, gusInTheRoom.participantId(), "Gus, please.", said(2)));
        }

        @Test
        void is_up_to_whoever_leads() {
            interview.given(seated, asked(1, need, 0), handed).when(toGus).expectException(refused(HANDED_TO_HUMAN));
        }

        @Test
        void refuses_a_move_that_was_planned_too_early() {
            interview
                    .given(seated, asked(1, need, 0), asked(2, budget, 0))
                    .when(toGus)
                    .expectException(refused(MOVE_IS_STALE, "move"));
        }
    }

    @Test
    void is_unknown_elsewhere() {
        interview
                .given(seated)
                .when(new PauseInterview(talk, eve, now, "ha"))
                .expectException(refused(INTERVIEW_UNKNOWN));
    }

    private final FixtureConfiguration<Interview> interview = new AggregateTestFixture<>(Interview.class);
}
