package dev.parley.infra.store.rebuild;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.revise;
import static dev.parley.infra.library.RunningShelf.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.library.RunningShelf;
import dev.parley.infra.library.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildTest {
    private static int books;

    private static RunningShelf shelf;

    @BeforeAll
    static void start() {
        shelf = RunningShelf.start();
    }

    @AfterAll
    static void stop() {
        shelf.close();
    }

    @BeforeEach
    void healthy() {
        Shelf.knowsPoison = true;
        Shelf.troubles = 0;
    }

    @Test
    void a_sound_view_is_the_same_after_it_was_rebuilt_and_goes_on() {
        var title = shelve();

        var report = rebuild();

        assertThat(report.tables()).singleElement().satisfies(table -> {
            assertThat(table.same()).isTrue();
            assertThat(table.rebuiltRows()).isEqualTo(table.liveRows()).isPositive();
        });
        assertThat(report.samePosition()).isTrue();
        var next = shelve();
        assertThat(shelf.titles()).contains(title, next);
    }

    @Test
    void a_view_that_was_wrong_is_right_afterwards_and_the_report_says_how_many_rows_were_wrong() {
        var title = shelve();
        shelf.owner()
                .sql("update parley.shelf set title = 'Scribbled over' where title = ?")
                .param(title)
                .update();

        var report = rebuild();

        assertThat(report.tables().getFirst().onlyLive()).isEqualTo(1);
        assertThat(report.tables().getFirst().onlyRebuilt()).isEqualTo(1);
        assertThat(shelf.titles()).contains(title).doesNotContain("Scribbled over");
    }

    @Test
    void tables_keep_their_indexes_policies_and_grants_however_often_they_are_rebuilt() {
        shelve();
        var before = shape();

        rebuild();
        rebuild();

        assertThat(shape()).isEqualTo(before).hasSizeGreaterThan(5);
    }

    @Test
    void an_event_that_cannot_be_handled_ends_the_rebuild_and_leaves_the_live_view_alone() {
        shelf.send(draft(book("poison"), "Poison"));
        await().atMost(LONG).until(() -> shelf.titles().contains("Poison"));
        Shelf.knowsPoison = false;
        var before = shelf.titles();

        assertThatThrownBy(() -> rebuild())
                .isInstanceOf(CannotRebuild.class)
                .hasMessageContaining("questionset.QuestionSetDrafted");

        assertThat(shelf.titles()).isEqualTo(before);
        assertThat(shelf.the(Rebuilds.class).of("view.shelf").orElseThrow().step())
                .isEqualTo(RebuildProgress.Step.FAILED);
        var next = shelve();
        assertThat(shelf.titles()).contains(next);
        Shelf.knowsPoison = true;
        rebuild();
        assertThat(shelf.titles()).contains("Poison");
    }

    @Test
    void what_a_crash_left_behind_is_no_obstacle() {
        var title = shelve();
        shelf.owner().sql("create schema rebuild_view_shelf").update();
        shelf.owner().sql("create table rebuild_view_shelf.shelf (half text)").update();
        shelf.owner()
                .sql("alter schema rebuild_view_shelf owner to parley_owner")
                .update();
        shelf.owner()
                .sql("alter table rebuild_view_shelf.shelf owner to parley_owner")
                .update();

        rebuild();

        assertThat(shelf.titles()).contains(title);
    }

    @Test
    void a_fact_that_comes_between_the_reading_and_the_switch_is_in_the_new_tables() {
        shelve();
        var late = new ArrayList<String>();

        var report = rebuild(progress -> {
            if (progress.step() == RebuildProgress.Step.SWITCHING) late.add(shelve());
        });

        assertThat(report.same()).isTrue();
        assertThat(late).hasSize(1);
        assertThat(shelf.titles()).containsAll(late);
    }

    @Test
    void commands_go_on_while_a_view_is_rebuilt_and_nothing_is_lost() throws InterruptedException {
        var busy = Thread.ofVirtual().start(() -> {
            for (var i = 0; i < 200; i++) shelveWithoutWaiting("While it runs " + i);
        });
        for (var i = 0; i < 3; i++) rebuild();
        busy.join();

        await().atMost(LONG)
                .until(() -> shelf.titles().stream()
                                .filter(title -> title.startsWith("While it runs"))
                                .count()
                        == 200);
    }

    @Test
    void nobody_rebuilds_what_is_no_view() {
        assertThatThrownBy(() -> shelf.the(Rebuilds.class).run("view.nonsense", _ -> {}))
                .hasMessage("There is no view view.nonsense; there are view.shelf");
    }

    private static RebuildReport rebuild() {
        return rebuild(_ -> {});
    }

    private static RebuildReport rebuild(Consumer<RebuildProgress> listener) {
        return shelf.the(Rebuilds.class).run("view.shelf", listener);
    }

    private static String shelve() {
        var title = "Book " + ++books;
        shelveWithoutWaiting(title);
        await().atMost(LONG).until(() -> shelf.titles().contains(title));
        return title;
    }

    private static void shelveWithoutWaiting(String title) {
        shelf.send(draft(book(title), "Draft"));
        shelf.send(revise(book(title), title));
    }

    private static List<String> shape() {
        return shelf.owner().sql("""
                select indexdef from pg_indexes where schemaname = 'parley' and tablename = 'shelf'
                union all select conname || pg_get_constraintdef(oid) from pg_constraint where conrelid = 'parley.shelf'::regclass
                union all select policyname || roles::text || cmd || coalesce(qual, '') from pg_policies where tablename = 'shelf'
                union all select relacl::text || relrowsecurity || relforcerowsecurity from pg_class where oid = 'parley.shelf'::regclass
                order by 1""").query(String.class).list();
    }
}
