package dev.parley.saga.interview;

import static dev.parley.api.Samples.*;
import static dev.parley.api.interview.ModelTrouble.QUOTA_EXHAUSTED;
import static dev.parley.api.interview.MoveReason.*;
import static dev.parley.saga.interview.Conversation.*;
import static dev.parley.saga.interview.Interviewing.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.WireFormat;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewCommand.AskForMoment;
import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.RecordAnswer;
import dev.parley.api.interview.InterviewCommand.RestModel;
import dev.parley.api.questionset.QuestionId;
import dev.parley.saga.interview.Interviewer.Rest;
import dev.parley.saga.interview.Interviewer.Understanding;
import dev.parley.saga.interview.Interviewer.Verdict;
import dev.parley.saga.interview.Turn.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the interviewer does, the interview goes on with words on file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailingInterviewerTest {
    private final Interviewing ai = new Interviewing();
    private final ScriptedInterviewer interviewer = ai.interviewer;

    @Nested
    class When_the_interviewer_fails {
        @Test
        void takes_the_words_on_file() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes get lost");
            interviewer.understanding(_ -> {
                throw new IllegalStateException("429");
            });
            interviewer.phrasing(_ -> {
                throw new IllegalStateException("503");
            });
            ai.takeLatest(talk);
            assertThat(talk.decidingSide.asked(AskQuestion.class))
                    .extracting(AskQuestion::text)
                    .containsExactly("I did not quite get that. What should get better?");
        }

        @Test
        void still_hears_that_the_lead_wants_to_stop() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Please stop now.");
            interviewer.understanding(_ -> {
                throw new IllegalStateException("429");
            });
            ai.takeLatest(talk);
            assertThat(talk.decidingSide.asked(CompleteInterview.class)).hasSize(1);
        }

        @Test
        void does_not_wait_for_it_for_ever() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes get lost");
            var never = new CountDownLatch(1);
            interviewer.understanding(_ -> {
                await(never);
                return new Understanding(Verdict.WANTS_TO_STOP, Map.of(), Optional.empty());
            });
            ai.takeLatest(talk);
            assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 1, ANSWER_UNCLEAR));
        }

        @Test
        void asks_for_a_moment_rather_than_be_silent() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes get lost");
            var moments = new LinkedBlockingQueue<AskForMoment>();
            talk.decidingSide.when(AskForMoment.class, moments::add);
            var patient = new Interviewing(settings(Duration.ofMinutes(1)));
            patient.interviewer.understanding(hearing -> {
                assertThat(take(moments).text()).isEqualTo("One moment please, let me think about that.");
                return new Understanding(Verdict.SHALLOW, Map.of(), Optional.empty());
            });
            patient.takeLatest(talk);
            assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 1, ANSWER_SHALLOW));
        }

        @Test
        void tells_for_the_hosts_that_its_model_rests() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes get lost");
            var until = talk.now().plusSeconds(3_600);
            interviewer.resting(new Rest("gemini", QUOTA_EXHAUSTED, until)).judged(Verdict.SHALLOW);
            ai.takeLatest(talk);
            assertThat(talk.decidingSide.asked(RestModel.class))
                    .extracting(RestModel::model, RestModel::trouble, RestModel::until)
                    .containsExactly(tuple("gemini", QUOTA_EXHAUSTED, until));
        }

        @Test
        void asks_for_no_moment_when_it_knows_at_once() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes get lost");
            interviewer.judged(Verdict.SHALLOW);
            ai.takeLatest(talk);
            assertThat(talk.decidingSide.asked(AskForMoment.class)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(Nonsense.class)
        void believes_nothing_that_cannot_be_checked(Nonsense nonsense) {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes get lost");
            interviewer.understanding(_ -> new Understanding(Verdict.ANSWERED, nonsense.answers, Optional.empty()));
            ai.takeLatest(talk);
            assertThat(talk.decidingSide.asked(RecordAnswer.class)).isEmpty();
            assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 1, ANSWER_UNCLEAR));
        }

        @ParameterizedTest
        @EnumSource(Unspeakable.class)
        void says_nothing_that_cannot_be_said(Unspeakable unspeakable) {
            var talk = inWhichLenaAgreed(need);
            interviewer.phrasing(_ -> unspeakable.words);
            ai.take(talk, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            assertThat(talk.decidingSide.asked(AskQuestion.class))
                    .extracting(AskQuestion::text)
                    .containsExactly("What should get better?");
        }
    }

    @Test
    void a_turn_survives_being_written_down() {
        var json = WireFormat.mapper();
        for (var turn :
                List.of(Turn.afterHearing(segment(1), discoveryCall), Turn.because(Cause.TIME_IS_UP, discoveryCall)))
            assertThat(json.readValue(json.writeValueAsString(turn), Turn.class))
                    .isEqualTo(turn);
    }

    enum Nonsense {
        NO_ANSWER(Map.of()),
        OTHER_SEGMENT(Map.of(need.questionId(), new Answer("x", 0.9, List.of(segment(9)), "Notes"))),
        NO_SEGMENT(Map.of(need.questionId(), new Answer("x", 0.9, List.of(), "Notes"))),
        INVENTED_QUOTE(Map.of(need.questionId(), new Answer("x", 0.9, List.of(segment(1)), "Leads get lost"))),
        NO_QUOTE(Map.of(need.questionId(), new Answer("x", 0.9, List.of(segment(1)), ""))),
        TOO_SURE(Map.of(need.questionId(), new Answer("x", 1.01, List.of(segment(1)), "Notes"))),
        NOT_A_NUMBER(Map.of(need.questionId(), new Answer("x", Double.NaN, List.of(segment(1)), "Notes"))),
        NO_VALUE(Map.of(need.questionId(), new Answer(" ", 0.9, List.of(segment(1)), "Notes"))),
        ENDLESS_VALUE(Map.of(need.questionId(), new Answer("x".repeat(2_001), 0.9, List.of(segment(1)), "Notes"))),
        OTHER_QUESTION(Map.of(timing.questionId(), new Answer("x", 0.9, List.of(segment(1)), "Notes")));

        private final Map<QuestionId, Answer> answers;

        Nonsense(Map<QuestionId, Answer> answers) {
            this.answers = answers;
        }
    }

    enum Unspeakable {
        NOTHING("  "),
        ENDLESS("word ".repeat(300)),
        CONTROL_CHARACTERS("What\u0007?");

        private final String words;

        Unspeakable(String words) {
            this.words = words;
        }
    }

    private static AskForMoment take(BlockingQueue<AskForMoment> moments) {
        try {
            return moments.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody asked for a moment", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
