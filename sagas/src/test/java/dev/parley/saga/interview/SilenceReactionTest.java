package dev.parley.saga.interview;

import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.parley;
import static dev.parley.saga.interview.Conversation.inWhichLenaAgreed;
import static dev.parley.saga.interview.Conversation.interview;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.TakeTurn;
import dev.parley.api.interview.InterviewEvent.LanguageSwitched;
import dev.parley.api.interview.InterviewEvent.LeadStayedSilent;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.interview.Silence;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the interviewer says to a lead who says nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SilenceReactionTest {
    private final Conversation talk = inWhichLenaAgreed(budget).asked(budget);
    private final WhenLeadStaysSilentThenHelp reaction =
            new WhenLeadStaysSilentThenHelp(talk.history(), talk.decidingSide.commands(), talk.clock());

    @ParameterizedTest
    @CsvSource({"en,still there", "de,noch da", "es,Sigue"})
    void asks_in_the_leads_language_whether_they_are_there(String language, String words) {
        talk.happened(new LanguageSwitched(interview, discoveryCall, language));
        silent(2, Silence.NUDGE);

        assertThat(talk.decidingSide.asked(TakeTurn.class)).singleElement().satisfies(turn -> {
            assertThat(turn.by()).isEqualTo(parley);
            assertThat(turn.move()).isEqualTo(2);
            assertThat(turn.text()).contains(words);
            assertThat(turn.reason()).isEqualTo(MoveReason.LEAD_IS_SILENT);
        });
    }

    @Test
    void offers_to_type_and_puts_the_question_again_then_waits() {
        silent(2, Silence.REPHRASE);
        silent(3, Silence.PAUSE);

        assertThat(talk.decidingSide.asked(TakeTurn.class))
                .extracting(TakeTurn::text)
                .containsExactly(
                        "A few words are enough, and you may type them as well. " + budget.text(),
                        "I will wait here. As soon as you say or type something, we go on.");
    }

    @Test
    void says_goodbye_in_the_end_and_leaves_what_is_open() {
        silent(2, Silence.END);

        assertThat(talk.decidingSide.asked(TakeTurn.class))
                .extracting(TakeTurn::reason)
                .containsExactly(MoveReason.CLOSING);
        assertThat(talk.decidingSide.asked(CompleteInterview.class))
                .extracting(CompleteInterview::reason)
                .containsExactly(MoveReason.LEAD_IS_SILENT);
    }

    @Test
    void says_nothing_if_somebody_has_spoken_or_it_has_itself() {
        silent(1, Silence.NUDGE);
        talk.said("Yes");
        silent(2, Silence.NUDGE);

        assertThat(talk.decidingSide.asked()).isEmpty();
    }

    private void silent(int move, Silence rung) {
        reaction.on(new LeadStayedSilent(interview, discoveryCall, move, rung));
    }
}
