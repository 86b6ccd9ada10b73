package dev.parley.infra.store.processing;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.RunningShelf.LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.infra.library.RunningShelf;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The rows of a view and the position of its processor are stored together or not at all, else a fact is lost or told twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PositionAndRowsTest {
    private final RunningShelf shelf = RunningShelf.start(List.of("parley.processors.claim-every=200ms"));

    @BeforeEach
    void begin() {
        shelf.owner().sql("create sequence parley.failures").update();
        shelf.owner().sql("""
                        create function parley.fail() returns trigger security definer language plpgsql as $$
                        begin
                            perform nextval('parley.failures');
                            raise exception 'Not today.';
                        end $$""").update();
        shelf.send(draft(book("before"), "Before"));
        await().atMost(LONG).until(() -> position() == 1);
    }

    @AfterEach
    void stop() {
        shelf.close();
    }

    @Test
    void neither_is_there_after_a_commit_that_failed() {
        failing(
                "create constraint trigger trouble after insert on parley.shelf deferrable initially deferred for each row");

        shelf.send(draft(book("doomed"), "Doomed"));

        neitherIsThere();
        shelf.owner().sql("drop trigger trouble on parley.shelf").update();
        bothAreThere();
    }

    @Test
    void neither_is_there_after_the_position_could_not_be_written() {
        failing("create trigger trouble before update on parley.processor_token for each row"
                + " when (new.processor = 'view.shelf' and new.token is distinct from old.token)");

        shelf.send(draft(book("doomed"), "Doomed"));

        neitherIsThere();
        shelf.owner().sql("drop trigger trouble on parley.processor_token").update();
        bothAreThere();
    }

    private void failing(String trigger) {
        shelf.owner().sql(trigger + " execute function parley.fail()").update();
    }

    /** Nor was anything left when it is tried again. */
    private void neitherIsThere() {
        for (var attempt : List.of(1, 2)) {
            await().atMost(LONG).until(() -> failures() >= attempt);
            assertThat(position()).isEqualTo(1);
            assertThat(shelf.titles()).containsExactly("Before");
            assertThat(shelf.letters()).isZero();
        }
    }

    private void bothAreThere() {
        await().atMost(LONG).until(() -> shelf.titles().contains("Doomed"));
        assertThat(position()).isEqualTo(2);
        assertThat(shelf.titles()).containsExactlyInAnyOrder("Before", "Doomed");
    }

    private long position() {
        return shelf.sql().sql("""
                        select coalesce(max((convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint), 0)
                        from processor_token where processor = 'view.shelf'""").query(Long.class).single();
    }

    /** A sequence counts what is rolled back, too. */
    private long failures() {
        return shelf.owner()
                .sql("select case when is_called then last_value else 0 end from parley.failures")
                .query(Long.class)
                .single();
    }
}
