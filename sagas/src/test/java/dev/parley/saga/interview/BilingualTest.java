package dev.parley.saga.interview;

import static dev.parley.saga.interview.Conversation.inWhichLenaAgreed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Ids;
import dev.parley.api.interview.InterviewCommand.AskQuestion;
import dev.parley.api.interview.InterviewCommand.RecordAnswer;
import dev.parley.api.interview.InterviewCommand.SwitchLanguage;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionId;
import dev.parley.api.questionset.QuestionType;
import dev.parley.api.questionset.Translation;
import dev.parley.saga.interview.Interviewer.Cue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An English set with German words, and a lead who answers in German. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BilingualTest {
    private static final Question problem = question(
            "What problem would you like to solve?", QuestionType.OPEN, List.of(), "Was möchten Sie lösen?", List.of());
    private static final Question size = question(
            "How large is the team?",
            QuestionType.CHOICE,
            List.of("small", "large"),
            "Wie groß ist das Team?",
            List.of("klein", "groß"));
    private static final Question other =
            question("Anything else?", QuestionType.OPEN, List.of(), "Noch etwas?", List.of());

    private final Interviewing ai = new Interviewing();

    @Test
    void the_next_question_is_put_in_the_language_of_the_first_answer() {
        var talk = inWhichLenaAgreed(problem, size)
                .asked(problem)
                .said("Wir verlieren die Notizen, und das ist für uns nicht gut.");
        ai.interviewer.answered("notes get lost").phrasing(BilingualTest::asItIs);
        ai.takeLatest(talk);

        assertThat(talk.decidingSide.asked(SwitchLanguage.class))
                .extracting(SwitchLanguage::language)
                .containsExactly("de");
        assertThat(talk.decidingSide.asked(AskQuestion.class))
                .extracting(AskQuestion::text)
                .containsExactly("Wie groß ist das Team?");
    }

    @Test
    void what_is_chosen_in_german_is_recorded_in_the_words_of_the_set() {
        var talk = inWhichLenaAgreed(problem, size, other)
                .asked(problem)
                .said("Wir verlieren die Notizen, und das ist für uns nicht gut.");
        ai.interviewer.answered("notes get lost").answered("groß");
        ai.takeLatest(talk);
        talk.said("Es ist groß");
        ai.takeLatest(talk);

        assertThat(ai.interviewer.hearings().getLast().asked().options()).containsExactly("klein", "groß");
        assertThat(talk.decidingSide.asked(RecordAnswer.class))
                .last()
                .extracting(recorded -> recorded.answer().value())
                .isEqualTo("large");
    }

    private static String asItIs(Cue cue) {
        return cue.question().map(Question::text).orElse("Hallo");
    }

    private static Question question(
            String text, QuestionType type, List<String> options, String inGerman, List<String> germanOptions) {
        var id = new QuestionId(Ids.named("question", text));
        var german = new Translation("de", inGerman, germanOptions);
        return new Question(
                id, text, type, true, options, 1, Signal.NONE, List.of(), "", "", List.of(german), Optional.empty());
    }
}
