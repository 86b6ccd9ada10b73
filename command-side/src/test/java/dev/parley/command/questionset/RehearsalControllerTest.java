package dev.parley.command.questionset;

import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.question;
import static dev.parley.command.Counter.refused;
import static dev.parley.command.questionset.Basics.basics;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionType;
import dev.parley.api.questionset.Translation;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import dev.parley.command.questionset.Readability.Warning;
import dev.parley.command.questionset.Rehearsals.Manner;
import dev.parley.command.questionset.Rehearsals.Rehearsal;
import dev.parley.command.questionset.Rehearsals.Said;
import dev.parley.command.questionset.Rehearsals.Speaker;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RehearsalControllerTest {
    private static final String path = "/question-sets/" + basics + "/rehearse";
    private static final Question twoInOne =
            question("What hurts and how much does it cost?", QuestionType.OPEN, true, 1, Signal.NEED);
    private static final Question german =
            need.translated(List.of(new Translation("de", "Was soll besser werden?", List.of())));

    private final List<Object> rehearsed = new ArrayList<>();
    private final RecordedCommands recorded = new RecordedCommands()
            .answering(
                    ConfirmDraft.class,
                    new Draft(basics, "Basics", "general", Languages.NOT_SAID, List.of(german, twoInOne), 3));
    private final Counter counter =
            Counter.of(new RehearsalController(recorded.commands(), this::rehearse, Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void plays_the_draft_and_warns_of_what_is_hard_to_follow() {
        counter.post(path, "{\"manner\":\"terse\",\"minutes\":15}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"lines":[{"speaker":"interviewer","text":"Hello","reason":"greeting"}],"minutes":3,
                         "ended":"all-covered",
                         "warnings":[{"questionId":"%s","warnings":["two-questions-in-one"]}]}""".formatted(twoInOne.questionId()));
        assertThat(rehearsed)
                .containsExactly(
                        new PinnedQuestionSet(basics, 1, "Basics", List.of(german, twoInOne)),
                        Manner.TERSE,
                        Duration.ofMinutes(15));
    }

    @Test
    void changes_nothing() {
        counter.post(path, "{}").expectStatus().isOk();
        assertThat(recorded.given()).hasOnlyElementsOfType(ConfirmDraft.class);
    }

    @Test
    void is_played_in_another_language() {
        counter.post(path, "{\"language\":\"de\"}").expectStatus().isOk();
        var set = (PinnedQuestionSet) rehearsed.getFirst();
        assertThat(set.questions().getFirst().text()).isEqualTo("Was soll besser werden?");
    }

    @Test
    void refuses_what_nobody_can_be_like() {
        refused(counter.post(path, "{\"manner\":\"rude\"}"), 400, "MALFORMED_CHOICE", "manner");
        refused(counter.post(path, "{\"minutes\":4}"), 400, "MALFORMED_NUMBER", "minutes");
    }

    @ParameterizedTest
    @CsvSource({
        "'Is there a budget?',",
        "'What hurts? And since when?',TWO_QUESTIONS_IN_ONE",
        "'You want it faster, don''t you?',LEADING",
        "'Is it not the case that you never use it?',DOUBLE_NEGATIVE",
        "'Which interoperability-characteristics of multi-tenant-infrastructures matter?',LONG_WORDS",
        "'a b c d e f g h i j k l m n o p q r s t u v w x y z?',LONG",
    })
    void knows_what_is_hard_to_follow(String text, Warning warning) {
        var warnings = Readability.of(question(text, QuestionType.OPEN, false, 0, Signal.NONE));
        if (warning == null) assertThat(warnings).isEmpty();
        else assertThat(warnings).contains(warning);
    }

    private Rehearsal rehearse(PinnedQuestionSet questions, Manner manner, Duration length) {
        rehearsed.addAll(List.of(questions, manner, length));
        var hello = new Said(Speaker.INTERVIEWER, "Hello", Optional.empty(), Optional.of("greeting"));
        return new Rehearsal(List.of(hello), List.of(), List.of(), 3, Optional.of("all-covered"));
    }
}
