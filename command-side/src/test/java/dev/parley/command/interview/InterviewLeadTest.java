package dev.parley.command.interview;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.interview.InterviewRefusal.ALREADY_COMPLETED;
import static dev.parley.api.interview.InterviewRefusal.HANDED_TO_HUMAN;
import static dev.parley.api.interview.InterviewRefusal.MANDATORY_OPEN;
import static dev.parley.api.interview.InterviewRefusal.NOT_PAUSED;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.interview.Talk.answered;
import static dev.parley.command.interview.Talk.ask;
import static dev.parley.command.interview.Talk.asked;
import static dev.parley.command.interview.Talk.completed;
import static dev.parley.command.interview.Talk.handed;
import static dev.parley.command.interview.Talk.paused;
import static dev.parley.command.interview.Talk.seated;
import static dev.parley.command.interview.Talk.skipped;
import static dev.parley.command.interview.Talk.talk;

import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.HandInterviewToHuman;
import dev.parley.api.interview.InterviewCommand.PauseInterview;
import dev.parley.api.interview.InterviewCommand.ResumeInterview;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.interview.MoveReason;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the interviewer goes on, waits, lets a person lead, or is done. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterviewLeadTest {
    @Nested
    class Pausing {
        @Test
        void holds_the_interviewer_back() {
            interview
                    .given(seated)
                    .when(new PauseInterview(talk, alice, now, "phone rings"))
                    .expectEvents(paused);
        }

        @Test
        void happens_once() {
            interview
                    .given(seated, paused)
                    .when(new PauseInterview(talk, alice, now, "again"))
                    .expectNoEvents();
        }

        @Test
        void means_nothing_while_a_person_leads() {
            interview
                    .given(seated, handed)
                    .when(new PauseInterview(talk, alice, now, "?"))
                    .expectException(refused(HANDED_TO_HUMAN));
        }

        @Test
        void means_nothing_when_all_is_said() {
            interview
                    .given(seated, completed)
                    .when(new PauseInterview(talk, alice, now, "?"))
                    .expectException(refused(ALREADY_COMPLETED));
        }

        @Test
        void ends() {
            interview
                    .given(seated, paused)
                    .when(new ResumeInterview(talk, alice, now))
                    .expectEvents(new InterviewResumed(talk, discoveryCall));
            interview
                    .given(seated, paused, new InterviewResumed(talk, discoveryCall))
                    .when(ask(0, need, 0))
                    .expectEvents(asked(1, need, 0));
        }

        @Test
        void refuses_to_end_where_there_is_none() {
            interview.given(seated).when(new ResumeInterview(talk, alice, now)).expectException(refused(NOT_PAUSED));
        }

        @Test
        void refuses_to_end_when_all_is_said() {
            interview
                    .given(seated, completed)
                    .when(new ResumeInterview(talk, alice, now))
                    .expectException(refused(ALREADY_COMPLETED));
        }
    }

    @Nested
    class HandingOver {
        @Test
        void lets_a_person_lead() {
            interview
                    .given(seated)
                    .when(new HandInterviewToHuman(talk, alice, now))
                    .expectEvents(handed);
        }

        @Test
        void happens_once() {
            interview
                    .given(seated, handed)
                    .when(new HandInterviewToHuman(talk, alice, now))
                    .expectNoEvents();
        }

        @Test
        void can_be_taken_back() {
            interview
                    .given(seated, handed)
                    .when(new ResumeInterview(talk, alice, now))
                    .expectEvents(new InterviewResumed(talk, discoveryCall));
        }

        @Test
        void means_nothing_when_all_is_said() {
            interview
                    .given(seated, completed)
                    .when(new HandInterviewToHuman(talk, alice, now))
                    .expectException(refused(ALREADY_COMPLETED));
        }
    }

    @Nested
    class Completing {
        @Test
        void needs_all_mandatory_questions_answered_or_skipped() {
            interview
                    .given(seated, answered(need, "Speed"), skipped(budget, MoveReason.REFUSED_TO_ANSWER))
                    .when(complete(MoveReason.ALL_COVERED))
                    .expectEvents(completed);
        }

        @Test
        void refuses_to_leave_a_mandatory_question_open() {
            interview
                    .given(seated, answered(need, "Speed"))
                    .when(complete(MoveReason.ALL_COVERED))
                    .expectException(refused(MANDATORY_OPEN));
        }

        @ParameterizedTest
        @EnumSource(names = {"LEAD_ASKED_TO_STOP", "TIME_IS_SHORT"})
        void may_leave_questions_open_when_it_must(MoveReason reason) {
            interview
                    .given(seated)
                    .when(complete(reason))
                    .expectEvents(new InterviewCompleted(talk, discoveryCall, reason));
        }

        @Test
        void may_leave_questions_open_when_a_person_leads() {
            interview
                    .given(seated, handed)
                    .when(complete(MoveReason.ALL_COVERED))
                    .expectEvents(completed);
        }

        @Test
        void happens_once() {
            interview
                    .given(seated, completed)
                    .when(complete(MoveReason.TIME_IS_SHORT))
                    .expectNoEvents()
                    .expectResultMessagePayload(1L);
        }
    }

    private final FixtureConfiguration<Interview> interview = new AggregateTestFixture<>(Interview.class);

    private static CompleteInterview complete(MoveReason reason) {
        return new CompleteInterview(talk, parley, now, reason);
    }
}
