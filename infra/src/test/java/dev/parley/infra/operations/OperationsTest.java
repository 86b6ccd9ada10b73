package dev.parley.infra.operations;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.revise;
import static dev.parley.infra.library.RunningShelf.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Refused;
import dev.parley.api.Samples;
import dev.parley.infra.library.LoanSaga;
import dev.parley.infra.library.RunningShelf;
import dev.parley.infra.library.Shelf;
import dev.parley.infra.operations.DeadLetterDesk.Line;
import dev.parley.infra.store.rebuild.RebuildProgress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OperationsTest {
    private static int books;

    private static RunningShelf shelf;

    @BeforeAll
    static void start() {
        shelf = RunningShelf.start(
                List.of(
                        "parley.processors.catch-up-every=1h",
                        "parley.processors.dead-sequences=40",
                        "parley.operations.dead-letters=0",
                        "parley.operations.look-every=1h"),
                LoanSaga.class,
                OperationsConfiguration.class,
                OperationsController.class);
    }

    @AfterAll
    static void stop() {
        shelf.close();
    }

    @BeforeEach
    void ignorant() {
        Shelf.knowsPoison = false;
        Shelf.troubles = 0;
    }

    @Test
    void a_processor_shows_where_it_stands() {
        shelf.send(draft(book("shown"), "Shown"));

        await().atMost(LONG).untilAsserted(() -> assertThat(processor().lag()).isZero());
        assertThat(processor().position()).isEqualTo(log().head());
        assertThat(processor().segments())
                .singleElement()
                .satisfies(part -> assertThat(part.owner()).isPresent());
    }

    @Test
    void the_log_shows_its_head_and_that_nothing_is_missing() {
        shelf.send(draft(book("counted"), "Counted"));

        assertThat(log().head()).isPositive();
        assertThat(log().gaps()).isZero();
        assertThat(log().fill()).isZero();
    }

    @Test
    void what_was_set_aside_is_shown_without_what_it_says_and_is_tried_again() {
        var letter = setAside();
        assertThat(letter.eventType()).isEqualTo("questionset.QuestionSetDrafted");
        assertThat(letter.position()).isPresent();
        assertThat(letter.toString()).doesNotContain("Poison");
        assertThat(letter.cause()).hasValueSatisfying(name -> assertThat(name).matches("[\\w.$]+Exception"));

        Shelf.knowsPoison = true;
        await().atMost(LONG)
                .until(() -> desk().retry("view.shelf", letter.sequence()).done());

        assertThat(lettersOf(letter.sequence())).isEmpty();
    }

    @Test
    void what_cannot_be_mended_is_left_out_and_the_next_events_go_on() {
        var letter = setAside();

        desk().leaveOut("view.shelf", letter.sequence(), "Nobody reads it", Samples.alice);

        assertThat(lettersOf(letter.sequence())).isEmpty();
        assertThatThrownBy(() -> desk().retry("view.shelf", letter.sequence()))
                .isInstanceOf(Refused.class)
                .hasMessage(OperationsRefusal.DEAD_LETTERS_UNKNOWN.text());
        shelf.send(revise(book("bad " + books), "Next"));
        await().atMost(LONG).until(() -> processor().lag() == 0);
        assertThat(lettersOf(letter.sequence())).isEmpty();
    }

    @Test
    void an_alert_is_told_once_a_minute() {
        setAside();
        var watch = shelf.the(Watch.class);

        assertThat(watch.look())
                .anyMatch(words -> words.startsWith("view.shelf has dead letters") && words.endsWith("stops at 40"));
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void a_view_is_rebuilt_when_it_is_asked_for_and_nothing_else_is() {
        Shelf.knowsPoison = true;
        var operations = shelf.the(OperationsController.class);

        assertThat(operations.rebuild("view.shelf").block(LONG).step()).isNotNull();

        await().atMost(LONG)
                .until(() -> operations.rebuilding("view.shelf").block(LONG).step() == RebuildProgress.Step.DONE);
        assertThatThrownBy(() -> operations.rebuild("view.nonsense").block(LONG))
                .hasMessage(OperationsRefusal.PROCESSOR_UNKNOWN.text());
        assertThatThrownBy(() -> operations.rebuild("saga.loans").block(LONG))
                .hasMessage(OperationsRefusal.NOT_A_VIEW.text());
    }

    private static Line setAside() {
        var id = book("bad " + ++books);
        shelf.send(draft(id, "Poison"));
        shelf.send(revise(id, "Behind"));
        await().atMost(LONG).until(() -> lettersOf(id.toString()).size() == 2);
        return lettersOf(id.toString()).getFirst();
    }

    private static List<Line> lettersOf(String sequence) {
        return desk().page(Optional.of("view.shelf"), Optional.empty(), 100).letters().stream()
                .filter(line -> line.sequence().equals(sequence))
                .sorted(Comparator.comparing(Line::index))
                .toList();
    }

    private static ProcessorState processor() {
        return shelf.the(Processors.class).all().stream()
                .filter(processor -> processor.name().equals("view.shelf"))
                .findFirst()
                .orElseThrow();
    }

    private static LogState log() {
        return shelf.the(LogHealth.class).state();
    }

    private static DeadLetterDesk desk() {
        return shelf.the(DeadLetterDesk.class);
    }
}
