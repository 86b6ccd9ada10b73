package dev.parley.infra.store.rebuild;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.revise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.library.Library;
import dev.parley.infra.library.Shelf;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static int books;

    private static RunningStore store;

    @BeforeAll
    static void start() {
        var url = TestDatabase.fresh();
        try (var migrated = RunningStore.on(url)) {
            Shelf.create(migrated.the("ownerDataSource", DataSource.class));
        }
        store = RunningStore.on(url, Library.class, Shelf.class);
    }

    @AfterAll
    static void stop() {
        store.close();
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

        assertThat(report.tables()).singleElement().satisfies(shelf -> {
            assertThat(shelf.same()).isTrue();
            assertThat(shelf.rebuiltRows()).isEqualTo(shelf.liveRows()).isPositive();
        });
        assertThat(report.samePosition()).isTrue();
        var next = shelve();
        assertThat(titles()).contains(title, next);
    }

    @Test
    void a_view_that_was_wrong_is_right_afterwards_and_the_report_says_how_many_rows_were_wrong() {
        var title = shelve();
        owner().sql("update parley.shelf set title = 'Scribbled over' where title = ?")
                .param(title)
                .update();

        var report = rebuild();

        assertThat(report.tables().getFirst().onlyLive()).isEqualTo(1);
        assertThat(report.tables().getFirst().onlyRebuilt()).isEqualTo(1);
        assertThat(titles()).contains(title).doesNotContain("Scribbled over");
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
        send(draft(book("poison"), "Poison"));
        await().atMost(LONG).until(() -> titles().contains("Poison"));
        Shelf.knowsPoison = false;
        var before = titles();

        assertThatThrownBy(RebuildTest::rebuild)
                .isInstanceOf(CannotRebuild.class)
                .hasMessageContaining("questionset.QuestionSetDrafted");

        assertThat(titles()).isEqualTo(before);
        assertThat(store.the(Rebuilds.class).of("view.shelf").orElseThrow().step())
                .isEqualTo(RebuildProgress.Step.FAILED);
        var next = shelve();
        assertThat(titles()).contains(next);
        Shelf.knowsPoison = true;
        rebuild();
        assertThat(titles()).contains("Poison");
    }

    @Test
    void what_a_crash_left_behind_is_no_obstacle() {
        var title = shelve();
        owner().sql("create schema rebuild_view_shelf").update();
        owner().sql("create table rebuild_view_shelf.shelf (half text)").update();
        owner().sql("alter schema rebuild_view_shelf owner to parley_owner").update();
        owner().sql("alter table rebuild_view_shelf.shelf owner to parley_owner")
                .update();

        rebuild();

        assertThat(titles()).contains(title);
    }

    @Test
    void commands_go_on_while_a_view_is_rebuilt_and_nothing_is_lost() throws InterruptedException {
        var busy = Thread.ofVirtual().start(() -> {
            for (var i = 0; i < 200; i++) shelveWithoutWaiting("While it runs " + i);
        });
        for (var i = 0; i < 3; i++) rebuild();
        busy.join();

        await().atMost(LONG)
                .until(() -> titles().stream()
                                .filter(title -> title.startsWith("While it runs"))
                                .count()
                        == 200);
    }

    @Test
    void nobody_rebuilds_what_is_no_view() {
        assertThatThrownBy(() -> store.the(Rebuilds.class).run("view.nonsense", _ -> {}))
                .hasMessage("No view is kept by view.nonsense.");
    }

    private static RebuildReport rebuild() {
        return store.the(Rebuilds.class).run("view.shelf", _ -> {});
    }

    private static String shelve() {
        var title = "Book " + ++books;
        shelveWithoutWaiting(title);
        await().atMost(LONG).until(() -> titles().contains(title));
        return title;
    }

    private static void shelveWithoutWaiting(String title) {
        send(draft(book(title), "Draft"));
        send(revise(book(title), title));
    }

    private static void send(Object command) {
        assertThat(store.the(CommandGateway.class).send(command)).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private static List<String> titles() {
        return store.sql()
                .sql("select title from shelf order by id")
                .query(String.class)
                .list();
    }

    private static List<String> shape() {
        return owner().sql("""
                select indexdef from pg_indexes where schemaname = 'parley' and tablename = 'shelf'
                union all select conname || pg_get_constraintdef(oid) from pg_constraint where conrelid = 'parley.shelf'::regclass
                union all select policyname || roles::text || cmd || coalesce(qual, '') from pg_policies where tablename = 'shelf'
                union all select relacl::text || relrowsecurity || relforcerowsecurity from pg_class where oid = 'parley.shelf'::regclass
                order by 1""").query(String.class).list();
    }

    private static JdbcClient owner() {
        return JdbcClient.create(store.the("ownerDataSource", DataSource.class));
    }
}
