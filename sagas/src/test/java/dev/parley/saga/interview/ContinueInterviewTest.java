package dev.parley.saga.interview;

import static dev.parley.api.Samples.*;
import static dev.parley.api.interview.MoveReason.*;
import static dev.parley.saga.interview.Conversation.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.WireFormat;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.RecordAnswer;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewCommand.TakeTurn;
import dev.parley.api.interview.InterviewEvent.InterviewHandedToHuman;
import dev.parley.api.interview.InterviewEvent.InterviewPaused;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.interview.InterviewRefusal;
import dev.parley.api.meeting.MeetingEvent.ConsentWithdrawn;
import dev.parley.api.questionset.QuestionId;
import dev.parley.saga.interview.Interviewer.Cue;
import dev.parley.saga.interview.Interviewer.Said;
import dev.parley.saga.interview.Interviewer.Understanding;
import dev.parley.saga.interview.Interviewer.Verdict;
import dev.parley.saga.interview.Turn.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContinueInterviewTest {
    private final ScriptedInterviewer interviewer = new ScriptedInterviewer();

    @Nested
    class Beginning {
        @Test
        void greets_and_asks_the_first_question_once_the_lead_agreed() {
            var talk = about(need, budget).agreed();
            take(talk, Turn.because(Cause.LEAD_AGREED, discoveryCall));
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
            take(silent, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            var withdrawn = inWhichLenaAgreed(need)
                    .happened(new ConsentWithdrawn(discoveryCall, lenaInTheRoom.participantId()));
            take(withdrawn, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            assertThat(silent.decidingSide.asked()).isEmpty();
            assertThat(withdrawn.decidingSide.asked()).isEmpty();
        }

        @Test
        void asks_the_first_question_if_it_fell_silent_after_the_greeting() {
            var talk = inWhichLenaAgreed(need);
            take(talk, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            assertThat(talk.decidingSide.asked(TakeTurn.class)).isEmpty();
            assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 0, NEXT_IN_ORDER));
        }

        @Test
        void does_not_begin_twice() {
            var talk = inWhichLenaAgreed(need).asked(need);
            take(talk, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            assertThat(talk.decidingSide.asked()).isEmpty();
        }
    }

    @Nested
    class Listening {
        @Test
        void records_the_answer_and_asks_the_next_question() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes get lost");
            interviewer.answered("lost notes");
            takeLatest(talk);
            assertThat(interviewer.hearings())
                    .containsExactly(new Interviewer.Hearing(
                            need, List.of(budget), List.of(new Said(segment(1), "Notes get lost"))));
            assertThat(talk.decidingSide.asked(RecordAnswer.class))
                    .extracting(RecordAnswer::questionId, RecordAnswer::answer)
                    .containsExactly(tuple(
                            need.questionId(), new Answer("lost notes", 0.9, List.of(segment(1)), "Notes get lost")));
            assertThat(asked(talk)).containsExactly(tuple(budget.questionId(), 0, NEXT_IN_ORDER));
            assertThat(interviewer.cues().getLast())
                    .extracting(Cue::lastSaid, Cue::answered)
                    .containsExactly("Notes get lost", Map.of("What should get better?", "lost notes"));
        }

        @Test
        void hears_all_that_was_said_since_the_question_was_first_asked() {
            var talk = inWhichLenaAgreed(need, budget)
                    .asked(need)
                    .said("It is okay")
                    .asked(need, 1, ANSWER_SHALLOW)
                    .said("Notes get lost");
            interviewer.answered("lost notes");
            takeLatest(talk);
            assertThat(interviewer.hearings().getFirst().said())
                    .extracting(Said::text)
                    .containsExactly("It is okay", "Notes get lost");
            assertThat(interviewer.cues().getLast().lastSaid()).isEqualTo("Notes get lost");
        }

        @Test
        void does_not_ask_what_was_answered_ahead() {
            var talk = inWhichLenaAgreed(need, budget, authority).asked(need).said("Notes; and yes, a budget");
            interviewer.alsoAnswered("notes", budget, "yes");
            takeLatest(talk);
            assertThat(asked(talk)).containsExactly(tuple(authority.questionId(), 0, NEXT_IN_ORDER));
        }

        @Test
        void lets_the_lead_skip_a_question() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("None of your business");
            interviewer.judged(Verdict.REFUSED);
            takeLatest(talk);
            assertThat(talk.decidingSide.asked(SkipQuestion.class))
                    .extracting(SkipQuestion::questionId, SkipQuestion::reason)
                    .containsExactly(tuple(need.questionId(), REFUSED_TO_ANSWER));
        }

        @Test
        void tells_the_interviewer_what_the_lead_wants_to_know() {
            var talk = inWhichLenaAgreed(need).asked(need).said("What does it cost?");
            interviewer.askedBack("What does it cost?");
            takeLatest(talk);
            assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 0, OFF_TOPIC));
            assertThat(interviewer.cues().getLast())
                    .extracting(Cue::kind, Cue::counterQuestion)
                    .containsExactly(Cue.Kind.CLARIFY, Optional.of("What does it cost?"));
        }

        @Test
        void does_not_answer_a_question_of_the_lead_again_and_again() {
            var talk = inWhichLenaAgreed(need)
                    .asked(need)
                    .said("What does it cost?")
                    .asked(need, 0, OFF_TOPIC)
                    .said("Hm");
            interviewer.askedBack("What does it cost?");
            takeLatest(talk);
            assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 1, ANSWER_UNCLEAR));
            assertThat(interviewer.cues().getLast().counterQuestion()).isEmpty();
        }

        @Test
        void asks_again_when_the_answer_does_not_fit_the_question() {
            var talk = inWhichLenaAgreed(budget, need).asked(budget).said("Hm");
            interviewer.answered("perhaps");
            talk.decidingSide.refuse(RecordAnswer.class, InterviewRefusal.ANSWER_DOES_NOT_FIT);
            takeLatest(talk);
            assertThat(asked(talk)).containsExactly(tuple(budget.questionId(), 1, ANSWER_UNCLEAR));
        }

        @Test
        void hears_only_the_lead() {
            var talk = inWhichLenaAgreed(need).asked(need).said("Notes").saidByTheHost("I sell software");
            interviewer.answered("notes");
            take(talk, Turn.afterHearing(segment(1), discoveryCall));
            assertThat(interviewer.hearings().getFirst().said())
                    .extracting(Said::text)
                    .containsExactly("Notes");
        }
    }

    @Nested
    class Ending {
        @Test
        void says_goodbye_and_completes_when_all_is_covered() {
            var talk = inWhichLenaAgreed(need).asked(need).said("Notes");
            interviewer.answered("notes");
            takeLatest(talk);
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
            takeLatest(talk);
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
            take(talk, Turn.because(Cause.TIME_IS_UP, discoveryCall));
            assertThat(talk.decidingSide.asked(CompleteInterview.class))
                    .extracting(CompleteInterview::reason)
                    .containsExactly(TIME_IS_SHORT);
        }

        @Test
        void does_not_say_goodbye_before_its_time() {
            var talk = inWhichLenaAgreed(need).asked(need).minutesLeft(2);
            take(talk, Turn.because(Cause.TIME_IS_UP, discoveryCall));
            assertThat(talk.decidingSide.asked()).isEmpty();
        }

        @Test
        void completes_what_was_cut_off_after_the_goodbye() {
            var talk = inWhichLenaAgreed(need)
                    .asked(need)
                    .said("Notes")
                    .answered(need, "notes", 0.9)
                    .saidGoodbye();
            takeLatest(talk);
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
            takeLatest(talk);
            assertThat(talk.decidingSide.asked()).isEmpty();
        }
    }

    @Nested
    class Taking_turns {
        @Test
        void leaves_earlier_words_to_the_turn_that_hears_the_later_ones_too() {
            var talk = inWhichLenaAgreed(need).asked(need).said("Notes").said("get lost");
            take(talk, Turn.afterHearing(segment(1), discoveryCall));
            assertThat(talk.decidingSide.asked()).isEmpty();
        }

        @Test
        void does_not_take_the_same_turn_twice() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes");
            interviewer.answered("notes");
            takeLatest(talk);
            takeLatest(talk);
            assertThat(asked(talk)).hasSize(1);
        }

        @Test
        void does_not_talk_over_a_lead_who_goes_on_while_it_thinks() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes");
            interviewer.understanding(_ -> {
                talk.said("and leads go cold");
                return new Understanding(Verdict.UNCLEAR, Map.of(), Optional.empty());
            });
            takeLatest(talk);
            assertThat(talk.decidingSide.asked()).isEmpty();
        }

        @Test
        void does_not_talk_over_a_lead_who_goes_on_while_it_looks_for_words() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes");
            interviewer.answered("notes").phrasing(_ -> {
                talk.said("and leads go cold");
                return "Next question?";
            });
            takeLatest(talk);
            assertThat(talk.decidingSide.asked(AskQuestion.class)).isEmpty();
            interviewer.answered("notes and cold leads").phrasing(_ -> "Next question?");
            takeLatest(talk);
            assertThat(asked(talk)).containsExactly(tuple(budget.questionId(), 0, NEXT_IN_ORDER));
        }

        @Test
        void bears_that_another_node_was_faster() {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes");
            interviewer.answered("notes");
            talk.decidingSide.refuse(AskQuestion.class, InterviewRefusal.MOVE_IS_STALE);
            takeLatest(talk);
            assertThat(talk.decidingSide.asked(CompleteInterview.class)).isEmpty();
        }

        @Test
        void is_silent_while_paused_or_while_a_person_leads_and_puts_the_question_again_afterwards() {
            var talk = inWhichLenaAgreed(need, budget)
                    .asked(need)
                    .happened(new InterviewPaused(interview, discoveryCall, "a word aside"))
                    .said("Notes");
            takeLatest(talk);
            talk.happened(new InterviewHandedToHuman(interview, discoveryCall)).said("So");
            takeLatest(talk);
            assertThat(talk.decidingSide.asked()).isEmpty();
            interviewer.judged(Verdict.UNCLEAR);
            talk.happened(new InterviewResumed(interview, discoveryCall));
            take(talk, Turn.because(Cause.RESUMED, discoveryCall));
            assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 1, ANSWER_UNCLEAR));
        }

        @Test
        void has_nothing_to_do_with_a_meeting_that_a_person_leads() {
            var talk = new Conversation()
                    .happened(aDiscoveryCall().ledByAPerson().scheduled())
                    .said("Hello");
            takeLatest(talk);
            assertThat(talk.decidingSide.asked()).isEmpty();
        }
    }

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
            takeLatest(talk);
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
            takeLatest(talk);
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
            takeLatest(talk);
            assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 1, ANSWER_UNCLEAR));
        }

        @ParameterizedTest
        @EnumSource(Nonsense.class)
        void believes_nothing_that_cannot_be_checked(Nonsense nonsense) {
            var talk = inWhichLenaAgreed(need, budget).asked(need).said("Notes get lost");
            interviewer.understanding(_ -> new Understanding(Verdict.ANSWERED, nonsense.answers, Optional.empty()));
            takeLatest(talk);
            assertThat(talk.decidingSide.asked(RecordAnswer.class)).isEmpty();
            assertThat(asked(talk)).containsExactly(tuple(need.questionId(), 1, ANSWER_UNCLEAR));
        }

        @ParameterizedTest
        @EnumSource(Unspeakable.class)
        void says_nothing_that_cannot_be_said(Unspeakable unspeakable) {
            var talk = inWhichLenaAgreed(need);
            interviewer.phrasing(_ -> unspeakable.words);
            take(talk, Turn.because(Cause.LEAD_AGREED, discoveryCall));
            assertThat(talk.decidingSide.asked(AskQuestion.class))
                    .extracting(AskQuestion::text)
                    .containsExactly("What should get better?");
        }
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

    @Test
    void a_turn_survives_being_written_down() {
        var json = WireFormat.mapper();
        for (var turn :
                List.of(Turn.afterHearing(segment(1), discoveryCall), Turn.because(Cause.TIME_IS_UP, discoveryCall)))
            assertThat(json.readValue(json.writeValueAsString(turn), Turn.class))
                    .isEqualTo(turn);
    }

    private void take(Conversation talk, Turn turn) {
        new ContinueInterview(talk.history(), talk.decidingSide.commands(), interviewer, settings, talk.clock())
                .carryOut(turn);
    }

    private void takeLatest(Conversation talk) {
        take(talk, Turn.afterHearing(talk.latest(), discoveryCall));
    }

    private static List<Tuple> asked(Conversation talk) {
        return talk.decidingSide.asked(AskQuestion.class).stream()
                .map(ask -> tuple(ask.questionId(), ask.followUp(), ask.reason()))
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
