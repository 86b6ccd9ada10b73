package dev.parley.command.questionset;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.authority;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.command.questionset.Basics.basics;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionSetCommand.AcceptSuggestion;
import dev.parley.api.questionset.QuestionSetCommand.ConfirmDraft;
import dev.parley.api.questionset.QuestionSetCommand.DismissSuggestion;
import dev.parley.api.questionset.QuestionSetCommand.Draft;
import dev.parley.api.questionset.QuestionSetCommand.SuggestQuestion;
import dev.parley.api.questionset.QuestionType;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import dev.parley.command.questionset.Suggestions.Brief;
import dev.parley.command.questionset.Suggestions.Proposal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuggestionControllerTest {
    private static final String path = "/question-sets/" + basics;
    private static final Proposal good =
            new Proposal("Who decides?", QuestionType.OPEN, List.of(), Signal.AUTHORITY, "Nobody asks.", "model-1");
    private static final Proposal misshapen =
            new Proposal("Which?", QuestionType.CHOICE, List.of("Only one"), Signal.NONE, "Just so.", "model-1");

    private final List<Brief> briefs = new ArrayList<>();
    private final RecordedCommands recorded = new RecordedCommands()
            .answering(
                    ConfirmDraft.class, new Draft(basics, "Basics", "general", Languages.NOT_SAID, List.of(need), 3));
    private final Counter counter =
            Counter.of(new SuggestionController(recorded.commands(), this::suggest, Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void lays_what_the_interviewer_suggests_beside_the_draft() {
        counter.post(path + "/suggest", "{\"goal\":\"Whom to call\"}")
                .expectStatus()
                .isOk();
        assertThat(briefs).containsExactly(new Brief("Basics", "Whom to call", List.of(need)));
        assertThat(recorded.given()).hasSize(2);
        var given = (SuggestQuestion) recorded.given().getLast();
        assertThat(given.by()).isEqualTo(parley);
        assertThat(given.suggestion().rationale()).isEqualTo("Nobody asks.");
        assertThat(given.suggestion().question().text()).isEqualTo("Who decides?");
        assertThat(given.suggestion().question().mandatory()).isFalse();
    }

    @Test
    void takes_over_what_a_person_accepts() {
        counter.post(path + "/suggestions/" + authority.questionId() + "/accept", """
                        {"text":"Who decides?","type":"open","maxFollowUps":1,"signal":"authority"}""")
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given()).containsExactly(new AcceptSuggestion(basics, alice, now, authority));
    }

    @Test
    void drops_what_a_person_dismisses() {
        counter.http()
                .delete()
                .uri("/api/v1" + path + "/suggestions/" + authority.questionId())
                .header("If-Match", "*")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(recorded.given()).containsExactly(new DismissSuggestion(basics, alice, now, authority.questionId()));
    }

    private List<Proposal> suggest(Brief brief) {
        briefs.add(brief);
        return List.of(misshapen, good);
    }
}
