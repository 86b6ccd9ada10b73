package dev.parley.command.questionset;

import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.timing;
import static dev.parley.command.Counter.refused;
import static dev.parley.command.questionset.Basics.basics;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import dev.parley.command.questionset.CrmWriting.Answered;
import dev.parley.command.questionset.CrmWriting.Omitted;
import dev.parley.command.questionset.CrmWriting.Preview;
import dev.parley.command.questionset.CrmWriting.Reason;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MappingControllerTest {
    private static final String path = "/question-sets/" + basics + "/mapping/preview";

    private final List<Answered> written = new ArrayList<>();
    private final RecordedCommands recorded = new RecordedCommands()
            .answering(
                    ConfirmDraft.class,
                    new Draft(basics, "Basics", "general", Languages.NOT_SAID, List.of(need, budget), 3));
    private final Counter counter = Counter.of(new MappingController(
            recorded.commands(), (_, answers) -> written(answers), Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void shows_what_would_be_sent_and_sends_nothing() {
        counter.post(path, """
                        {"answers":[{"questionId":"%s","value":"yes","unit":"EUR"}]}""".formatted(budget.questionId()))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"method":"PATCH","path":"there","body":"{\\"Budget\\":\\"1\\"}","json":{"Budget":"1"},
                         "omitted":[{"questionId":"%s","text":"What should get better?","reason":"not-mapped"}]}""".formatted(need.questionId()));
        assertThat(written).containsExactly(new Answered(budget, "yes", Optional.of("EUR")));
        assertThat(recorded.given()).hasOnlyElementsOfType(ConfirmDraft.class);
    }

    @Test
    void says_where_a_question_is_not_of_the_set() {
        var answer = counter.post(path, """
                {"answers":[{"questionId":"%s","value":"soon"}]}""".formatted(timing.questionId()));
        refused(answer, 404, "QUESTION_UNKNOWN", "answers[0].questionId");
        refused(counter.post(path, "{}"), 400, "MISSING", "answers");
    }

    private Preview written(List<Answered> answers) {
        written.addAll(answers);
        return new Preview(
                "PATCH", "there", Map.of(), "{\"Budget\":\"1\"}", List.of(new Omitted(need, Reason.NOT_MAPPED)));
    }
}
