package dev.parley.infra.store.postgres;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Samples;
import dev.parley.api.TenantId;
import dev.parley.infra.library.Library;
import dev.parley.infra.library.Shelf;
import dev.parley.infra.store.RunningStore;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesTest {
    private static RunningStore store;

    @BeforeAll
    static void start() {
        var url = TestDatabase.fresh();
        try (var migrated = RunningStore.on(url)) {
            Shelf.create(migrated.the("ownerDataSource", DataSource.class));
        }
        store = RunningStore.on(url, Library.class, Shelf.class);
        assertThat(store.the(CommandGateway.class).send(draft(book("ours"), "Ours")))
                .succeedsWithin(20, TimeUnit.SECONDS);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> store.sql()
                                .sql("select count(*) from shelf")
                                .query(Long.class)
                                .single()
                        == 1);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void nobody_of_ours_is_superuser_or_above_the_policies() {
        assertThat(
                        words(
                                "select rolname from pg_roles where rolname like 'parley%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"))
                .isEmpty();
        assertThat(words("select rolname from pg_roles where rolname like 'parley%' and rolcanlogin order by 1"))
                .containsExactly("parley_query", "parley_write");
    }

    @Test
    void the_one_data_source_is_not_the_owner() {
        assertThat(words("select current_user")).containsExactly("parley_write");
        assertThat(words("select distinct tableowner from pg_tables where schemaname = 'parley'"))
                .containsExactly("parley_owner");
    }

    @Test
    void every_table_with_a_tenant_has_forced_policies() {
        assertThat(words("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                        where c.relnamespace = 'parley'::regnamespace and c.relkind in ('r', 'p')
                          and not (c.relrowsecurity and c.relforcerowsecurity
                                   and exists (select 1 from pg_policy p where p.polrelid = c.oid))""")).isEmpty();
    }

    /** Whoever adds one here has shown that it looks at the tenant itself. */
    @Test
    void only_known_functions_act_as_the_owner() {
        assertThat(words("select proname from pg_proc where pronamespace = 'parley'::regnamespace and prosecdef"))
                .containsExactly("lines_with");
    }

    @Test
    void a_reader_sees_the_rows_of_its_tenant_and_no_others() {
        assertThat(titlesSeenBy(Samples.demo)).containsExactly("Ours");
        assertThat(titlesSeenBy(Samples.elsewhere)).isEmpty();
        assertThat(titlesSeenBy(null)).isEmpty();
    }

    @Test
    void a_reader_sees_the_facts_of_its_tenant_and_no_others() {
        assertThat(count("select count(*) from event_log", Samples.demo)).isEqualTo(1L);
        assertThat(count("select count(*) from event_log", Samples.elsewhere)).isZero();
    }

    @Test
    void a_tenant_does_not_stay_with_the_connection() {
        for (var i = 0; i < 10; i++) {
            assertThat(titlesSeenBy(Samples.demo)).hasSize(1);
            assertThat(titlesSeenBy(null)).isEmpty();
        }
    }

    @Test
    void a_reader_writes_nothing_and_does_not_see_the_machinery() {
        assertThatThrownBy(() -> count("delete from shelf", Samples.demo)).hasMessageContaining("permission denied");
        for (var table : List.of("saga", "processor_token", "dead_letter", "deadline", "errand", "snapshot"))
            assertThatThrownBy(() -> count("select count(*) from " + table, Samples.demo))
                    .hasMessageContaining("permission denied");
    }

    @Test
    void making_the_roles_again_changes_nothing() {
        var url = TestDatabase.fresh();
        for (var start = 0; start < 2; start++) {
            try (var again = RunningStore.on(url)) {
                assertThat(again.sql().sql("select 1").query(Integer.class).single())
                        .isEqualTo(1);
            }
        }
    }

    private static List<String> words(String sql) {
        return store.sql().sql(sql).query(String.class).list();
    }

    private static List<String> titlesSeenBy(@Nullable TenantId tenant) {
        return as(
                tenant,
                client().sql("select title from shelf")
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    private static Long count(String sql, TenantId tenant) {
        return as(tenant, client().sql(sql).mapValue(Long.class).one());
    }

    private static <T> T as(@Nullable TenantId tenant, Mono<T> read) {
        var named = tenant == null
                ? Mono.<Void>empty()
                : client().sql("select set_config('app.tenant', :tenant, true)")
                        .bind("tenant", tenant.toString())
                        .then();
        return TransactionalOperator.create(store.the(ReactiveTransactionManager.class))
                .transactional(named.then(read))
                .block(Duration.ofSeconds(20));
    }

    private static DatabaseClient client() {
        return DatabaseClient.create(store.the(ConnectionFactory.class));
    }
}
