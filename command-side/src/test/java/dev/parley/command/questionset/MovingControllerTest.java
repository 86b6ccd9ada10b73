package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.authority;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.questionset.QuestionSetRefusal.ORDER_CHANGED;
import static dev.parley.command.Counter.refused;
import static dev.parley.command.questionset.Basics.basics;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionSetCommand.MoveQuestion;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MovingControllerTest {
    private static final String path = "/question-sets/" + basics + "/questions/" + need.questionId() + "/move";
    private static final String behindBudget = """
            {"after":"%2$s","category":"Money","seen":["%1$s","%2$s"]}""".formatted(need.questionId(), budget.questionId());

    private final RecordedCommands recorded = new RecordedCommands();
    private final Counter counter =
            Counter.of(new MovingController(recorded.commands(), Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void moves_a_question_behind_another() {
        counter.post(path, behindBudget)
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("ETag", "\"7\"");
        assertThat(recorded.given())
                .containsExactly(new MoveQuestion(
                        basics,
                        alice,
                        now,
                        need.questionId(),
                        Optional.of(budget.questionId()),
                        Optional.of("Money"),
                        List.of(need.questionId(), budget.questionId())));
    }

    @Test
    void shows_both_versions_to_whoever_comes_second() {
        recorded.answering(MoveQuestion.class, new Refused(ORDER_CHANGED, "seen"));
        recorded.answering(
                ConfirmDraft.class,
                new Draft(basics, "Basics", "general", Languages.NOT_SAID, List.of(authority, need), 9));
        counter.post(path, behindBudget)
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("ETag", "\"9\"")
                .expectBody()
                .json("""
                        {"code":"ORDER_CHANGED","field":"seen","status":409,
                         "seen":["%1$s","%2$s"],
                         "yours":["%2$s","%1$s"],
                         "theirs":{"version":9,"questions":[{"questionId":"%3$s","text":"Who decides?"},{"questionId":"%1$s"}]}}""".formatted(need.questionId(), budget.questionId(), authority.questionId()));
    }

    @Test
    void must_hear_which_order_was_seen() {
        refused(counter.post(path, "{}"), 400, "MISSING", "seen");
        refused(counter.post(path, "{\"seen\":[\"x\"]}"), 400, "MALFORMED_ID", "seen[0]");
        assertThat(recorded.given()).isEmpty();
    }
}
