package dev.parley.command.interview;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.interview.InterviewRefusal.CONFIRMED_ALREADY;
import static dev.parley.api.interview.InterviewRefusal.HANDED_TO_HUMAN;
import static dev.parley.api.interview.InterviewRefusal.LEAD_BY_AI;
import static dev.parley.api.interview.InterviewRefusal.MOVE_IS_STALE;
import static dev.parley.api.interview.InterviewRefusal.NOTHING_TO_CONFIRM;
import static dev.parley.api.interview.InterviewRefusal.NOT_SAID_LATELY;
import static dev.parley.api.interview.InterviewRefusal.TOO_MANY_NOTES;
import static dev.parley.api.interview.MoveReason.CONFIRMING;
import static dev.parley.api.interview.MoveReason.COVERED_BY_HUMAN;
import static dev.parley.api.interview.MoveReason.LEAD_IS_SILENT;
import static dev.parley.command.RefusedBecause.refused;
import static dev.parley.command.interview.Talk.answered;
import static dev.parley.command.interview.Talk.asked;
import static dev.parley.command.interview.Talk.handed;
import static dev.parley.command.interview.Talk.said;
import static dev.parley.command.interview.Talk.seated;
import static dev.parley.command.interview.Talk.skipped;
import static dev.parley.command.interview.Talk.talk;

import dev.parley.api.Ids;
import dev.parley.api.interview.InterviewCommand.AskForMoment;
import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.NoteCutOff;
import dev.parley.api.interview.InterviewCommand.NoteLeadsQuestion;
import dev.parley.api.interview.InterviewCommand.NoteSilence;
import dev.parley.api.interview.InterviewCommand.RestModel;
import dev.parley.api.interview.InterviewCommand.SkipQuestion;
import dev.parley.api.interview.InterviewCommand.SwitchLanguage;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.interview.InterviewEvent.LanguageSwitched;
import dev.parley.api.interview.InterviewEvent.LeadStayedSilent;
import dev.parley.api.interview.InterviewEvent.LeadsQuestionNoted;
import dev.parley.api.interview.InterviewEvent.ModelRested;
import dev.parley.api.interview.InterviewEvent.MomentAsked;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewEvent.SpeechCutOff;
import dev.parley.api.interview.ModelTrouble;
import dev.parley.api.interview.Silence;
import dev.parley.api.questionset.Question;
import dev.parley.api.transcript.SegmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an interview keeps beside questions and answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InterviewNotesTest {
    private final FixtureConfiguration<Interview> interview = new AggregateTestFixture<>(Interview.class);

    @Nested
    class An_answer_that_is_not_sure {
        @Test
        void is_said_back_though_no_follow_up_is_left() {
            interview
                    .given(seated, asked(1, budget, 0), asked(2, budget, 1), answered(budget, "yes"))
                    .when(confirm(2, budget))
                    .expectEvents(confirmed(3, budget));
        }

        @Test
        void is_said_back_once() {
            interview
                    .given(seated, asked(1, budget, 0), answered(budget, "yes"), confirmed(2, budget))
                    .when(confirm(2, budget))
                    .expectException(refused(CONFIRMED_ALREADY, "questionId"));
        }

        @Test
        void must_be_there_to_be_said_back() {
            interview
                    .given(seated, asked(1, budget, 0))
                    .when(confirm(1, budget))
                    .expectException(refused(NOTHING_TO_CONFIRM, "questionId"));
        }
    }

    @Nested
    class A_question_that_a_person_covered {
        @Test
        void is_not_open_any_more() {
            interview
                    .given(seated, handed)
                    .when(new SkipQuestion(talk, alice, now, need.questionId(), COVERED_BY_HUMAN))
                    .expectEvents(skipped(need, COVERED_BY_HUMAN));
        }

        @Test
        void was_not_covered_by_anybody_while_the_interviewer_led() {
            interview
                    .given(seated)
                    .when(new SkipQuestion(talk, alice, now, need.questionId(), COVERED_BY_HUMAN))
                    .expectException(refused(LEAD_BY_AI));
        }
    }

    @Nested
    class What_the_lead_wants_to_know {
        @Test
        void is_left_to_a_colleague_once() {
            interview.given(seated).when(note(1)).expectEvents(noted(1));
            interview.given(seated, noted(1)).when(note(1)).expectNoEvents();
        }

        @Test
        void has_a_bound() {
            var notes = new ArrayList<Object>(List.of(seated));
            for (var i = 1; i <= 50; i++) notes.add(noted(i));
            interview.given(notes).when(note(51)).expectException(refused(TOO_MANY_NOTES));
        }
    }

    @Test
    void a_moment_is_asked_for_once_after_each_move_and_not_when_the_next_is_made() {
        var moment = new AskForMoment(talk, parley, now, 1, "One moment");
        var asked = asked(1, budget, 0);
        var said = new MomentAsked(talk, discoveryCall, "One moment", new SegmentId(Ids.named("moment", talk, 1)));
        interview.given(seated, asked).when(moment).expectEvents(said);
        interview.given(seated, asked, said).when(moment).expectNoEvents();
        interview
                .given(seated, asked, said, asked(2, need, 0))
                .when(moment)
                .expectException(refused(MOVE_IS_STALE, "move"));
        interview.given(seated, asked, handed).when(moment).expectException(refused(HANDED_TO_HUMAN));
    }

    @Test
    void the_language_is_switched_once() {
        var switched = new LanguageSwitched(talk, discoveryCall, "de");
        var command = new SwitchLanguage(talk, parley, now, "de");
        interview.given(seated).when(command).expectEvents(switched);
        interview.given(seated, switched).when(command).expectNoEvents();
    }

    @Test
    void a_rest_of_the_model_is_told_once_for_as_long_as_it_lasts() {
        var until = now.plus(Duration.ofHours(1));
        var rested = new ModelRested(talk, discoveryCall, "gemini", ModelTrouble.QUOTA_EXHAUSTED, until);
        interview.given(seated).when(rest(now)).expectEvents(rested);
        interview.given(seated, rested).when(rest(until.minusSeconds(1))).expectNoEvents();
        interview.given(seated, rested).when(rest(until)).expectEvents(rested);
    }

    @Test
    void words_that_were_cut_off_are_noted_once_if_they_were_said_lately() {
        var note = new NoteCutOff(talk, parley, now, said(2), 12);
        var cut = new SpeechCutOff(talk, discoveryCall, said(2), 12);
        interview
                .given(seated, asked(1, need, 0), asked(2, budget, 0))
                .when(note)
                .expectEvents(cut);
        interview
                .given(seated, asked(1, need, 0), asked(2, budget, 0), cut)
                .when(note)
                .expectNoEvents();
        interview.given(seated, asked(1, need, 0)).when(note).expectException(refused(NOT_SAID_LATELY, "segmentId"));
        interview
                .given(
                        seated,
                        asked(1, need, 0),
                        asked(2, budget, 0),
                        asked(3, budget, 1),
                        asked(4, need, 1),
                        asked(5, need, 2))
                .when(note)
                .expectException(refused(NOT_SAID_LATELY, "segmentId"));
    }

    @Test
    void silence_is_noted_once_on_each_rung_after_the_newest_words_and_lets_the_interview_end() {
        var silent = new LeadStayedSilent(talk, discoveryCall, 1, Silence.NUDGE);
        interview
                .given(seated, asked(1, need, 0))
                .when(silence(1, Silence.NUDGE))
                .expectEvents(silent);
        interview
                .given(seated, asked(1, need, 0), silent)
                .when(silence(1, Silence.NUDGE))
                .expectNoEvents();
        interview
                .given(seated, asked(1, need, 0), silent)
                .when(silence(1, Silence.END))
                .expectEvents(new LeadStayedSilent(talk, discoveryCall, 1, Silence.END));
        interview
                .given(seated, asked(1, need, 0), asked(2, budget, 0))
                .when(silence(1, Silence.NUDGE))
                .expectNoEvents();
        interview
                .given(seated, asked(1, need, 0), handed)
                .when(silence(1, Silence.NUDGE))
                .expectNoEvents();
        interview
                .given(seated, asked(1, need, 0))
                .when(new CompleteInterview(talk, parley, now, LEAD_IS_SILENT))
                .expectEvents(new InterviewCompleted(talk, discoveryCall, LEAD_IS_SILENT));
    }

    private static NoteSilence silence(int move, Silence rung) {
        return new NoteSilence(talk, parley, now, said(move), rung);
    }

    private static RestModel rest(Instant at) {
        var until = now.plus(Duration.ofHours(1));
        return new RestModel(talk, parley, at, "gemini", ModelTrouble.QUOTA_EXHAUSTED, until);
    }

    private static AskQuestion confirm(int move, Question question) {
        return new AskQuestion(talk, parley, now, move, question.questionId(), 0, "Is that right?", CONFIRMING);
    }

    private static QuestionAsked confirmed(int move, Question question) {
        return new QuestionAsked(
                talk, discoveryCall, move, question.questionId(), 0, "Is that right?", CONFIRMING, said(move));
    }

    private static NoteLeadsQuestion note(int number) {
        return new NoteLeadsQuestion(talk, parley, now, segment(number), "What does it cost?");
    }

    private static LeadsQuestionNoted noted(int number) {
        return new LeadsQuestionNoted(talk, discoveryCall, segment(number), "What does it cost?");
    }
}
