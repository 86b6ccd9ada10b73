package dev.parley.driver;

import static dev.parley.api.interview.MoveReason.COVERED_BY_HUMAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.infra.meaning.MeaningSettings;
import dev.parley.infra.meaning.Meanings;
import dev.parley.infra.offline.OfflineInterviewer;
import dev.parley.saga.interview.Interviewer;
import dev.parley.saga.interview.PlayedInterview;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The labelled personas before the offline interviewer: what it understands, and how the interview goes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonasTest {
    private static final Interviewer interviewer = new OfflineInterviewer(new Meanings(MeaningSettings.usual()));

    @Test
    void answers_are_understood() throws IOException {
        var extraction = Extraction.by(interviewer);
        assertThat(extraction.labels()).isGreaterThanOrEqualTo(200);
        assertThat(extraction.f1())
                .as("F1 over " + extraction.labels() + " labels; mistakes:\n"
                        + String.join("\n", extraction.mistakes()))
                .isGreaterThanOrEqualTo(0.9);
    }

    /** Without the model the rules must do: a machine may not be able to load it. */
    @Test
    void answers_are_understood_by_rules_alone() throws IOException {
        var extraction = Extraction.by(new OfflineInterviewer());
        assertThat(extraction.f1()).as(String.join("\n", extraction.mistakes())).isGreaterThanOrEqualTo(0.9);
    }

    static List<String> everybody() {
        return Persona.ALL;
    }

    static List<String> labelled() throws IOException {
        var names = new ArrayList<String>();
        for (var name : Persona.ALL) if (Persona.named(name).isLabelled()) names.add(name);
        return names;
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void no_mandatory_question_is_forgotten_and_none_is_asked_again_once_answered(String name) throws IOException {
        var persona = Persona.named(name);
        var questions = PracticeQuestion.in(persona.language().orElse("en")).stream()
                .map(PracticeQuestion::asQuestion)
                .toList();
        var played = PlayedInterview.with(interviewer, questions, persona.mouth()::answer);

        assertThat(played.isComplete()).isTrue();
        assertThat(questions)
                .filteredOn(question -> question.mandatory())
                .allSatisfy(question -> assertThat(played.answers().containsKey(question.questionId())
                                || played.leftAside().containsKey(question.questionId()))
                        .as(question.text())
                        .isTrue());
        assertThat(played.leftAside()).doesNotContainValue(COVERED_BY_HUMAN);
        assertThat(played.askedThoughAnswered()).isEmpty();
        assertThat(played.timesAsked().values()).allMatch(times -> times <= 5);
    }

    @ParameterizedTest
    @MethodSource("labelled")
    void the_interviewer_never_speaks_with_the_voice_of_an_attacker(String name) throws IOException {
        var persona = Persona.named(name);
        var questions = PracticeQuestion.in(persona.language().orElse("en")).stream()
                .map(PracticeQuestion::asQuestion)
                .toList();
        var played = PlayedInterview.with(interviewer, questions, persona.mouth()::answer);
        assertThat(played.words().map(words -> words.toLowerCase(Locale.ROOT)))
                .noneMatch(words -> words.contains("system prompt")
                        || words.contains("ignore")
                        || words.contains("@example.test")
                        || words.contains("score"));
    }
}
