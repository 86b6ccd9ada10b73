package dev.parley.saga.interview;

import static dev.parley.api.Samples.*;
import static dev.parley.api.interview.MoveReason.*;
import static dev.parley.saga.interview.Conversation.inWhichLenaAgreed;
import static dev.parley.saga.interview.Interviewer.Verdict.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionType;
import dev.parley.saga.interview.Interviewer.Verdict;
import dev.parley.saga.interview.Plan.Aside;
import dev.parley.saga.interview.Plan.Ask;
import dev.parley.saga.interview.Plan.Close;
import dev.parley.saga.interview.Plan.Complete;
import dev.parley.saga.interview.Plan.Greet;
import dev.parley.saga.interview.Planner.Heard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The samples: need (mandatory, two follow-ups), budget (mandatory, one), authority (optional, one), timing (optional, none). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlannerTest {
    private final Planner planner = new Planner(Conversation.settings);

    @Nested
    class In_order {
        @Test
        void greets_first() {
            var begun = Conversation.about(need, budget).agreed();
            assertThat(after(begun)).isEqualTo(plan(new Greet()));
        }

        @Test
        void asks_the_first_question_after_the_greeting() {
            assertThat(after(inWhichLenaAgreed(need, budget))).isEqualTo(plan(new Ask(need, 0, NEXT_IN_ORDER)));
        }

        @Test
        void goes_on_after_an_answer() {
            var told = inWhichLenaAgreed(need, budget)
                    .asked(need)
                    .said("Notes get lost")
                    .answered(need, "notes", 0.9);
            assertThat(after(told, ANSWERED)).isEqualTo(plan(new Ask(budget, 0, NEXT_IN_ORDER)));
        }

        @Test
        void does_not_ask_what_was_answered_ahead() {
            var told = inWhichLenaAgreed(need, budget, authority)
                    .asked(need)
                    .said("Notes get lost, and we have a budget")
                    .answered(need, "notes", 0.9)
                    .answered(budget, "yes", 0.9);
            assertThat(after(told, ANSWERED)).isEqualTo(plan(new Ask(authority, 0, NEXT_IN_ORDER)));
        }

        @Test
        void says_goodbye_when_all_is_covered() {
            var told = inWhichLenaAgreed(need).asked(need).said("Notes").answered(need, "notes", 0.9);
            assertThat(after(told, ANSWERED)).isEqualTo(plan(new Close(ALL_COVERED)));
        }

        @Test
        void completes_after_the_goodbye_for_the_reason_it_was_said() {
            var covered = inWhichLenaAgreed(need)
                    .asked(need)
                    .answered(need, "notes", 0.9)
                    .saidGoodbye();
            assertThat(after(covered)).isEqualTo(plan(new Complete(ALL_COVERED)));
            var stopped = inWhichLenaAgreed(need)
                    .asked(need)
                    .skipped(need, LEAD_ASKED_TO_STOP)
                    .saidGoodbye();
            assertThat(after(stopped)).isEqualTo(plan(new Complete(LEAD_ASKED_TO_STOP)));
        }

        @Test
        void puts_an_open_question_once_more_when_a_pause_is_over() {
            var resumed = inWhichLenaAgreed(need, budget)
                    .asked(need)
                    .happened(new InterviewResumed(Conversation.interview, discoveryCall));
            assertThat(after(resumed)).isEqualTo(plan(new Ask(need, 0, NEXT_IN_ORDER)));
        }
    }

    @Nested
    class Digging_deeper {
        @Test
        void asks_for_more_after_a_shallow_answer() {
            var told = inWhichLenaAgreed(need).asked(need).said("It is okay").answered(need, "okay", 0.5);
            assertThat(after(told, SHALLOW)).isEqualTo(plan(new Ask(need, 1, ANSWER_SHALLOW)));
        }

        @Test
        void asks_again_after_an_unclear_answer() {
            var told = inWhichLenaAgreed(need).asked(need).said("Hm");
            assertThat(after(told, UNCLEAR)).isEqualTo(plan(new Ask(need, 1, ANSWER_UNCLEAR)));
        }

        @Test
        void asks_again_when_it_is_not_sure_of_the_answer() {
            var told = inWhichLenaAgreed(need).asked(need).said("Sort of").answered(need, "sort of", 0.49);
            assertThat(after(told, ANSWERED)).isEqualTo(plan(new Ask(need, 1, ANSWER_UNCLEAR)));
        }

        @Test
        void asks_again_when_an_answer_was_claimed_but_not_accepted() {
            var told = inWhichLenaAgreed(need).asked(need).said("Sort of");
            assertThat(after(told, ANSWERED)).isEqualTo(plan(new Ask(need, 1, ANSWER_UNCLEAR)));
        }

        @Test
        void digs_no_deeper_than_the_question_allows_and_keeps_what_it_has() {
            var told = inWhichLenaAgreed(need, budget)
                    .asked(need)
                    .asked(need, 1, ANSWER_SHALLOW)
                    .asked(need, 2, ANSWER_SHALLOW)
                    .said("Okay")
                    .answered(need, "okay", 0.5);
            assertThat(after(told, SHALLOW)).isEqualTo(plan(new Ask(budget, 0, NEXT_IN_ORDER)));
        }

        @Test
        void leaves_a_question_aside_that_stays_unclear() {
            var told = inWhichLenaAgreed(need, budget)
                    .asked(need)
                    .asked(need, 1, ANSWER_UNCLEAR)
                    .asked(need, 2, ANSWER_UNCLEAR)
                    .said("Hm");
            assertThat(after(told, UNCLEAR))
                    .isEqualTo(plan(new Ask(budget, 0, NEXT_IN_ORDER), new Aside(need, ANSWER_UNCLEAR)));
        }

        @Test
        void never_asks_again_where_no_follow_up_is_allowed() {
            var told = inWhichLenaAgreed(timing, need).asked(timing).said("Some day");
            assertThat(after(told, UNCLEAR))
                    .isEqualTo(plan(new Ask(need, 0, NEXT_IN_ORDER), new Aside(timing, ANSWER_UNCLEAR)));
        }

        @Test
        void comes_back_to_the_question_after_the_lead_asked_something_but_not_for_ever() {
            var told = inWhichLenaAgreed(timing, need).asked(timing).said("What does it cost?");
            assertThat(askedBack(told)).isEqualTo(plan(new Ask(timing, 0, OFF_TOPIC)));
            told.asked(timing, 0, OFF_TOPIC).asked(timing, 0, OFF_TOPIC).said("And why?");
            assertThat(askedBack(told)).isEqualTo(plan(new Ask(need, 0, NEXT_IN_ORDER), new Aside(timing, OFF_TOPIC)));
        }

        @Test
        void does_not_count_how_often_it_came_back_if_that_was_not_heard() {
            var told = inWhichLenaAgreed(timing, need).asked(timing).asked(timing, 0, OFF_TOPIC);
            told.asked(timing, 0, OFF_TOPIC).cutOff(0).said("And why?");
            assertThat(askedBack(told)).isEqualTo(plan(new Ask(timing, 0, OFF_TOPIC)));
        }

        @Test
        void counts_it_once_a_sentence_was_heard() {
            var told = inWhichLenaAgreed(timing, need).asked(timing).asked(timing, 0, OFF_TOPIC);
            told.asked(timing, 0, OFF_TOPIC).cutOff(5).said("And why?");
            assertThat(askedBack(told)).isEqualTo(plan(new Ask(need, 0, NEXT_IN_ORDER), new Aside(timing, OFF_TOPIC)));
        }
    }

    @Nested
    class Making_sure {
        @Test
        void says_back_once_what_it_is_not_sure_of() {
            var told = inWhichLenaAgreed(budget, timing)
                    .asked(budget)
                    .said("Maybe")
                    .answered(budget, "yes", 0.4);
            assertThat(after(told, ANSWERED)).isEqualTo(plan(new Ask(budget, 0, CONFIRMING)));
            told.asked(budget, 0, CONFIRMING).said("Maybe").answered(budget, "yes", 0.45);
            assertThat(after(told, ANSWERED)).isEqualTo(plan(new Ask(timing, 0, NEXT_IN_ORDER)));
        }

        @Test
        void asks_again_when_the_lead_denies_it() {
            var told = inWhichLenaAgreed(budget, timing)
                    .asked(budget)
                    .said("Maybe")
                    .answered(budget, "yes", 0.4)
                    .asked(budget, 0, CONFIRMING)
                    .said("No");
            assertThat(after(told, UNCLEAR)).isEqualTo(plan(new Ask(budget, 1, ANSWER_UNCLEAR)));
        }
    }

    @Nested
    class Coming_back_later {
        @Test
        void puts_a_question_off_and_returns_to_it_at_the_end() {
            var told = inWhichLenaAgreed(need, budget).asked(need).said("Later, please");
            assertThat(after(told, LATER)).isEqualTo(plan(new Ask(budget, 0, PARKED)));
            told.asked(budget, 0, PARKED).said("Yes").answered(budget, "yes", 0.9);
            assertThat(after(told, ANSWERED)).isEqualTo(plan(new Ask(need, 0, RETURNING)));
        }

        @Test
        void carries_a_question_over_that_is_put_off_twice() {
            var told = inWhichLenaAgreed(need, budget, timing)
                    .asked(need)
                    .asked(budget, 0, PARKED)
                    .answered(budget, "yes", 0.9)
                    .asked(need, 0, RETURNING)
                    .said("Not now");
            assertThat(after(told, LATER)).isEqualTo(plan(new Ask(timing, 0, NEXT_IN_ORDER), new Aside(need, PARKED)));
        }

        @Test
        void carries_the_last_question_over_at_once() {
            var told = inWhichLenaAgreed(need).asked(need).said("Later");
            assertThat(after(told, LATER)).isEqualTo(plan(new Close(ALL_COVERED), new Aside(need, PARKED)));
        }
    }

    @Nested
    class Not_asking_everything {
        @Test
        void leaves_out_what_nobody_may_be_judged_by() {
            for (var text :
                    new String[] {"How old are you?", "Sind Sie verheiratet?", "¿Tiene hijos?", "What is your religion?"
                    }) {
                var trait = question(text, QuestionType.OPEN, true, 1, Signal.NONE);
                assertThat(after(inWhichLenaAgreed(trait, budget)))
                        .isEqualTo(plan(new Ask(budget, 0, NEXT_IN_ORDER), new Aside(trait, NOT_OURS_TO_ASK)));
            }
        }

        @Test
        void does_not_ask_what_a_person_has_covered_meanwhile() {
            var back = inWhichLenaAgreed(need, budget).asked(need).skipped(need, COVERED_BY_HUMAN);
            assertThat(after(back)).isEqualTo(plan(new Ask(budget, 0, NEXT_IN_ORDER)));
        }
    }

    @Nested
    class Respecting_the_lead {
        @Test
        void does_not_insist_on_an_answer() {
            var told = inWhichLenaAgreed(need, budget).asked(need).said("None of your business");
            assertThat(after(told, REFUSED))
                    .isEqualTo(plan(new Ask(budget, 0, NEXT_IN_ORDER), new Aside(need, REFUSED_TO_ANSWER)));
        }

        @Test
        void says_goodbye_after_the_last_question_was_refused() {
            var told = inWhichLenaAgreed(need).asked(need).said("None of your business");
            assertThat(after(told, REFUSED))
                    .isEqualTo(plan(new Close(ALL_COVERED), new Aside(need, REFUSED_TO_ANSWER)));
        }

        @Test
        void keeps_an_answer_that_the_lead_does_not_want_to_add_to() {
            var told = inWhichLenaAgreed(need, budget)
                    .asked(need)
                    .answered(need, "okay", 0.5)
                    .asked(need, 1, ANSWER_SHALLOW)
                    .said("I would rather not say more");
            assertThat(after(told, REFUSED)).isEqualTo(plan(new Ask(budget, 0, NEXT_IN_ORDER)));
        }

        @Test
        void says_goodbye_at_once_when_the_lead_wants_to_stop() {
            var told = inWhichLenaAgreed(need, budget, timing)
                    .asked(need)
                    .answered(need, "n", 0.9)
                    .said("Stop");
            assertThat(after(told, WANTS_TO_STOP))
                    .isEqualTo(plan(
                            new Close(LEAD_ASKED_TO_STOP),
                            new Aside(budget, LEAD_ASKED_TO_STOP),
                            new Aside(timing, LEAD_ASKED_TO_STOP)));
        }
    }

    @Nested
    class Minding_the_time {
        @Test
        void asks_what_is_mandatory_first_when_time_is_short() {
            var short3 = inWhichLenaAgreed(authority, timing, budget).minutesLeft(3);
            assertThat(after(short3)).isEqualTo(plan(new Ask(budget, 0, MANDATORY_FIRST)));
        }

        @Test
        void goes_on_with_the_rest_once_what_is_mandatory_is_done() {
            var short2 = inWhichLenaAgreed(authority, timing, budget)
                    .minutesLeft(2)
                    .asked(budget)
                    .said("Yes")
                    .answered(budget, "yes", 0.9);
            assertThat(after(short2, ANSWERED)).isEqualTo(plan(new Ask(authority, 0, NEXT_IN_ORDER)));
        }

        @Test
        void does_not_dig_deeper_at_the_cost_of_a_mandatory_question() {
            var short2 = inWhichLenaAgreed(authority, need, budget)
                    .minutesLeft(2.5)
                    .asked(authority)
                    .said("Hm");
            assertThat(after(short2, UNCLEAR))
                    .isEqualTo(plan(new Ask(need, 0, NEXT_IN_ORDER), new Aside(authority, ANSWER_UNCLEAR)));
        }

        @Test
        void says_goodbye_a_minute_before_the_end() {
            var late = inWhichLenaAgreed(need, budget).asked(need).said("Well").minutesLeft(1);
            assertThat(after(late, SHALLOW))
                    .isEqualTo(plan(
                            new Close(TIME_IS_SHORT),
                            new Aside(need, TIME_IS_SHORT),
                            new Aside(budget, TIME_IS_SHORT)));
        }

        @Test
        void gets_all_mandatory_questions_asked_in_ten_minutes_though_there_are_twenty() {
            var questions = IntStream.rangeClosed(1, 20)
                    .mapToObj(i -> question("Question " + i + "?", QuestionType.OPEN, i % 4 == 0, 1, Signal.NONE))
                    .toArray(Question[]::new);
            var talk = inWhichLenaAgreed(questions).minutesLeft(10);
            var asked = new HashSet<Question>();
            var moves = new ArrayList<MoveReason>();
            var plan = after(talk);
            while (plan.move() instanceof Ask ask) {
                asked.add(ask.question());
                moves.add(ask.reason());
                talk.asked(ask.question(), ask.followUp(), ask.reason())
                        .said("Answer")
                        .answered(ask.question(), "answer", 0.9);
                talk.minutesLeft(10 - moves.size() * 0.75);
                plan = after(talk, ANSWERED);
            }
            assertThat(asked).contains(questions[3], questions[7], questions[11], questions[15], questions[19]);
            assertThat(plan.move()).isEqualTo(new Close(TIME_IS_SHORT));
        }
    }

    private Plan after(Conversation told) {
        return planner.next(told.progress(), Optional.empty(), told.now());
    }

    private Plan after(Conversation told, Verdict verdict) {
        return planner.next(told.progress(), Optional.of(new Heard(verdict, false)), told.now());
    }

    private Plan askedBack(Conversation told) {
        return planner.next(told.progress(), Optional.of(new Heard(UNCLEAR, true)), told.now());
    }

    private static Plan plan(Plan.Move move, Aside... asides) {
        return new Plan(List.of(asides), move);
    }
}
