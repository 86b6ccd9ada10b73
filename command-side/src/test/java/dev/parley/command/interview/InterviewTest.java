package dev.parley.command.interview;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.Samples.qualification;
import static dev.parley.api.Samples.question;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.Samples.timing;
import static dev.parley.api.interview.InterviewRefusal.ALREADY_ANSWERED;
import static dev.parley.api.interview.InterviewRefusal.ALREADY_COMPLETED;
import static dev.parley.api.interview.InterviewRefusal.ANSWER_DOES_NOT_FIT;
import static dev.parley.api.interview.InterviewRefusal.CONFIDENCE_OUT_OF_RANGE;
import static dev.parley.api.interview.InterviewRefusal.EVIDENCE_NEEDED;
import static dev.parley.api.interview.InterviewRefusal.HANDED_TO_HUMAN;
import static dev.parley.api.interview.InterviewRefusal.INTERVIEW_UNKNOWN;
import static dev.parley.api.interview.InterviewRefusal.MANDATORY_OPEN;
import static dev.parley.api.interview.InterviewRefusal.MOVE_IS_STALE;
import static dev.parley.api.interview.InterviewRefusal.NOT_ASKED;
import static dev.parley.api.interview.InterviewRefusal.NOT_PAUSED;
import static dev.parley.api.interview.InterviewRefusal.PAUSED;
import static dev.parley.api.interview.InterviewRefusal.QUESTION_NOT_IN_SET;
import static dev.parley.api.interview.InterviewRefusal.TOO_MANY_FOLLOW_UPS;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.Ids;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.HandInterviewToHuman;
import dev.parley.api.interview.InterviewCommand.PauseInterview;
import dev.parley.api.interview.InterviewCommand.RecordAnswer;
import dev.parley.api.interview.InterviewCommand.ResumeInterview;
import dev.parley.api.interview.InterviewCommand.SeatInterviewer;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewCommand.TakeTurn;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.interview.InterviewEvent.InterviewHandedToHuman;
import dev.parley.api.interview.InterviewEvent.InterviewPaused;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewEvent.QuestionSkipped;
import dev.parley.api.interview.InterviewEvent.TurnTaken;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionType;
import dev.parley.api.transcript.SegmentId;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InterviewTest {
    private static final InterviewId talk = InterviewId.of(discoveryCall);
    private static final InterviewerSeated seated =
            new InterviewerSeated(talk, discoveryCall, demo, parleyInTheRoom.participantId(), qualification);
    private static final Question elsewhere = question("Elsewhere?", QuestionType.OPEN, false, 0, Signal.NONE);
    private static final InterviewPaused paused = new InterviewPaused(talk, discoveryCall, "phone rings");
    private static final InterviewHandedToHuman handed = new InterviewHandedToHuman(talk, discoveryCall);
    private static final InterviewCompleted completed =
            new InterviewCompleted(talk, discoveryCall, MoveReason.ALL_COVERED);

    private final FixtureConfiguration<Interview> interview = new AggregateTestFixture<>(Interview.class);

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

    @Test
    void is_unknown_elsewhere() {
        interview
                .given(seated)
                .when(new PauseInterview(talk, eve, now, "ha"))
                .expectException(refused(INTERVIEW_UNKNOWN));
    }

    private static AskQuestion ask(int move, Question question, int followUp) {
        return new AskQuestion(
                talk, parley, now, move, question.questionId(), followUp, question.text(), MoveReason.NEXT_IN_ORDER);
    }

    private static QuestionAsked asked(int move, Question question, int followUp) {
        return new QuestionAsked(
                talk,
                discoveryCall,
                move,
                question.questionId(),
                followUp,
                question.text(),
                MoveReason.NEXT_IN_ORDER,
                said(move));
    }

    private static SegmentId said(int move) {
        return new SegmentId(Ids.named("said", talk, move));
    }

    private static RecordAnswer record(Question question, String value) {
        return new RecordAnswer(talk, parley, now, question.questionId(), answer(value));
    }

    private static AnswerRecorded answered(Question question, String value) {
        return new AnswerRecorded(talk, discoveryCall, question.questionId(), answer(value));
    }

    private static Answer answer(String value) {
        return new Answer(value, 0.9, List.of(segment(1)), value);
    }

    private static SkipQuestion skip(Question question, MoveReason reason) {
        return new SkipQuestion(talk, parley, now, question.questionId(), reason);
    }

    private static QuestionSkipped skipped(Question question, MoveReason reason) {
        return new QuestionSkipped(talk, discoveryCall, question.questionId(), reason);
    }

    private static CompleteInterview complete(MoveReason reason) {
        return new CompleteInterview(talk, parley, now, reason);
    }
}
