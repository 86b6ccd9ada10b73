package dev.parley.command.interview;

import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.question;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.Samples.timing;
import static dev.parley.api.interview.InterviewRefusal.ALREADY_COMPLETED;
import static dev.parley.api.interview.InterviewRefusal.ANSWER_DOES_NOT_FIT;
import static dev.parley.api.interview.InterviewRefusal.CONFIDENCE_OUT_OF_RANGE;
import static dev.parley.api.interview.InterviewRefusal.EVIDENCE_NEEDED;
import static dev.parley.api.interview.InterviewRefusal.QUESTION_NOT_IN_SET;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.interview.Talk.answer;
import static dev.parley.command.interview.Talk.answered;
import static dev.parley.command.interview.Talk.completed;
import static dev.parley.command.interview.Talk.elsewhere;
import static dev.parley.command.interview.Talk.handed;
import static dev.parley.command.interview.Talk.paused;
import static dev.parley.command.interview.Talk.seated;
import static dev.parley.command.interview.Talk.skipped;
import static dev.parley.command.interview.Talk.talk;

import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewCommand.RecordAnswer;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.Question;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was understood of what the lead said, and what is left aside. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterviewAnswersTest {
    @Nested
    class Understanding {
        @Test
        void keeps_an_answer_with_its_evidence() {
            interview.given(seated).when(record(budget, "yes")).expectEvents(answered(budget, "yes"));
        }

        @Test
        void keeps_a_better_answer_later() {
            interview
                    .given(seated, answered(need, "Speed"))
                    .when(record(need, "Speed and trust"))
                    .expectEvents(answered(need, "Speed and trust"));
        }

        @Test
        void keeps_the_same_answer_once() {
            interview
                    .given(seated, answered(need, "Speed"))
                    .when(record(need, "Speed"))
                    .expectNoEvents();
        }

        @Test
        void goes_on_while_paused_or_led_by_a_person() {
            interview.given(seated, paused).when(record(need, "Speed")).expectEvents(answered(need, "Speed"));
            interview.given(seated, handed).when(record(need, "Speed")).expectEvents(answered(need, "Speed"));
        }

        @Test
        void refuses_an_answer_that_nobody_gave() {
            interview
                    .given(seated)
                    .when(new RecordAnswer(
                            talk, parley, now, need.questionId(), new Answer("Speed", 0.9, List.of(), "")))
                    .expectException(refused(EVIDENCE_NEEDED, "evidence"));
        }

        @ParameterizedTest
        @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
        void refuses_a_confidence_that_is_none(double confidence) {
            interview
                    .given(seated)
                    .when(new RecordAnswer(
                            talk,
                            parley,
                            now,
                            need.questionId(),
                            new Answer("Speed", confidence, List.of(segment(1)), "Speed")))
                    .expectException(refused(CONFIDENCE_OUT_OF_RANGE, "confidence"));
        }

        @Test
        void refuses_an_answer_of_another_kind() {
            interview
                    .given(seated)
                    .when(record(budget, "fifty thousand"))
                    .expectException(refused(ANSWER_DOES_NOT_FIT, "value"));
        }

        @Test
        void refuses_a_question_that_is_not_in_the_set() {
            interview
                    .given(seated)
                    .when(record(elsewhere, "x"))
                    .expectException(refused(QUESTION_NOT_IN_SET, "questionId"));
        }

        @Test
        void is_over_when_the_interview_is() {
            interview.given(seated, completed).when(record(need, "Speed")).expectException(refused(ALREADY_COMPLETED));
        }
    }

    @Nested
    class Skipping {
        @Test
        void says_why() {
            interview
                    .given(seated, answered(timing, "next quarter"))
                    .when(skip(timing, MoveReason.ANSWERED_ALREADY))
                    .expectEvents(skipped(timing, MoveReason.ANSWERED_ALREADY));
        }

        @Test
        void happens_once_for_one_reason() {
            interview
                    .given(seated, skipped(timing, MoveReason.TIME_IS_SHORT))
                    .when(skip(timing, MoveReason.TIME_IS_SHORT))
                    .expectNoEvents();
        }

        @Test
        void refuses_a_question_that_is_not_in_the_set() {
            interview
                    .given(seated)
                    .when(skip(elsewhere, MoveReason.OFF_TOPIC))
                    .expectException(refused(QUESTION_NOT_IN_SET, "questionId"));
        }

        @Test
        void is_over_when_the_interview_is() {
            interview
                    .given(seated, completed)
                    .when(skip(timing, MoveReason.OFF_TOPIC))
                    .expectException(refused(ALREADY_COMPLETED));
        }
    }

    private final FixtureConfiguration<Interview> interview = new AggregateTestFixture<>(Interview.class);

    private static RecordAnswer record(Question question, String value) {
        return new RecordAnswer(talk, parley, now, question.questionId(), answer(value));
    }

    private static SkipQuestion skip(Question question, MoveReason reason) {
        return new SkipQuestion(talk, parley, now, question.questionId(), reason);
    }
}
