package dev.parley.saga.interview;

import static dev.parley.api.Samples.*;
import static dev.parley.api.interview.MoveReason.*;
import static dev.parley.saga.interview.Conversation.*;
import static dev.parley.saga.interview.Interviewing.asked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewCommand.TakeTurn;
import dev.parley.api.meeting.MeetingEvent.ConsentWithdrawn;
import dev.parley.saga.interview.Interviewer.Verdict;
import dev.parley.saga.interview.Turn.Cause;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The interviewer greets once it may, and says goodbye in time. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BeginningAndEndingTest {
    private final Interviewing ai = new Interviewing();
    private final ScriptedInterviewer interviewer = ai.interviewer;

    @Nested
    class Beginning {
        @Test
        void greets_and_asks_the_first_question_once_the_lead_agreed() {
            var talk = about(need, budget).agreed();
            ai.take(talk, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            assertThat(talk.decidingSide.asked(TakeTurn.class))
                    .extracting(TakeTurn::by, TakeTurn::move, TakeTurn::text, TakeTurn::reason)
                    .containsExactly(tuple(parley, 0, "GREET", GREETING));
            assertThat(talk.decidingSide.asked(AskQuestion.class))
                    .extracting(AskQuestion::by, AskQuestion::move, AskQuestion::text, AskQuestion::reason)
                    .containsExactly(tuple(parley, 1, "ASK: What should get better?", NEXT_IN_ORDER));
        }

        @Test
        void says_nothing_before_the_lead_agreed_or_once_they_take_it_back() {
            var silent = about(need);
            ai.take(silent, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            var withdrawn = inWhichLenaAgreed(need)
                    .happened(new ConsentWithdrawn(discoveryCall, lenaInTheRoom.participantId()));
            ai.take(withdrawn, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            assertThat(silent.decidingSide.asked()).isEmpty();
            assertThat(withdrawn.decidingSide.asked()).isEmpty();
        }

        @Test
        void asks_the_first_question_if_it_fell_silent_after_the_greeting() {
            var talk = inWhichLenaAgreed(need);
            ai.take(talk, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            assertThat(talk.decidingSide.asked(TakeTurn.class)).isEmpty();
            assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 0, NEXT_IN_ORDER));
        }

        @Test
        void does_not_begin_twice() {
            var talk = inWhichLenaAgreed(need).asked(need);
            ai.take(talk, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            assertThat(talk.decidingSide.asked()).isEmpty();
        }
    }

    @Nested
    class Ending {
        @Test
        void says_goodbye_and_completes_when_all_is_covered() {
            var talk = inWhichLenaAgreed(need).asked(need).said("Notes");
            interviewer.answered("notes");
            ai.takeLatest(talk);
            assertThat(talk.decidingSide.asked(TakeTurn.class))
                    .extracting(TakeTurn::reason)
                    .containsExactly(CLOSING);
            assertThat(talk.decidingSide.asked(CompleteInterview.class))
                    .extracting(CompleteInterview::reason)
                    .containsExactly(ALL_COVERED);
        }

        @Test
        void ends_within_one_turn_when_the_lead_wants_to_stop() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Stop");
            interviewer.judged(Verdict.WANTS_TO_STOP);
            ai.takeLatest(talk);
            assertThat(talk.decidingSide.asked(AskQuestion.class)).isEmpty();
            assertThat(talk.decidingSide.asked(TakeTurn.class)).hasSize(1);
            assertThat(talk.decidingSide.asked(SkipQuestion.class))
                    .extracting(SkipQuestion::reason)
                    .containsExactly(LEAD_ASKED_TO_STOP, LEAD_ASKED_TO_STOP);
            assertThat(talk.decidingSide.asked(CompleteInterview.class))
                    .extracting(CompleteInterview::reason)
                    .containsExactly(LEAD_ASKED_TO_STOP);
        }

        @Test
        void says_goodbye_in_time_even_if_nobody_speaks() {
            var talk = inWhichLenaAgreed(need).asked(need).minutesLeft(1);
            ai.take(talk, Turn.because(Cause.TIME_IS_UP, discoveryCall));
            assertThat(talk.decidingSide.asked(CompleteInterview.class))
                    .extracting(CompleteInterview::reason)
                    .containsExactly(TIME_IS_SHORT);
        }

        @Test
        void does_not_say_goodbye_before_its_time() {
            var talk = inWhichLenaAgreed(need).asked(need).minutesLeft(2);
            ai.take(talk, Turn.because(Cause.TIME_IS_UP, discoveryCall));
            assertThat(talk.decidingSide.asked()).isEmpty();
        }

        @Test
        void completes_what_was_cut_off_after_the_goodbye() {
            var talk = inWhichLenaAgreed(need)
                    .asked(need)
                    .said("Notes")
                    .answered(need, "notes", 0.9)
                    .saidGoodbye();
            ai.takeLatest(talk);
            assertThat(talk.decidingSide.asked()).hasSize(1);
            assertThat(talk.decidingSide.asked(CompleteInterview.class))
                    .extracting(CompleteInterview::reason)
                    .containsExactly(ALL_COVERED);
        }

        @Test
        void is_silent_after_the_end() {
            var talk = inWhichLenaAgreed(need)
                    .asked(need)
                    .happened(aDiscoveryCall().ended())
                    .said("Hello?");
            ai.takeLatest(talk);
            assertThat(talk.decidingSide.asked()).isEmpty();
        }
    }
}
