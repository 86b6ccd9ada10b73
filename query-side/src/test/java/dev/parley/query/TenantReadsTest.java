package dev.parley.query;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.elsewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.TenantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TenantReadsTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final String OURS = "select meeting_id::text as id from timeline";

    private final TenantReads reads = views.reads();

    @BeforeEach
    void each_tenant_has_a_meeting() {
        for (var tenant : List.of(demo, elsewhere))
            views.jdbc()
                    .sql("insert into timeline (tenant_id, meeting_id, position) values (:tenant, :tenant, 1)")
                    .param("tenant", tenant.value())
                    .update();
    }

    @Test
    void show_the_rows_of_the_tenant_that_is_named() {
        assertThat(seenBy(demo)).containsExactly(demo.toString());
        assertThat(seenBy(elsewhere)).containsExactly(elsewhere.toString());
    }

    @Test
    void show_nothing_to_a_connection_that_names_no_tenant() {
        seenBy(demo);

        assertThat(seenByNobody()).isEmpty();
    }

    @Test
    void carry_no_tenant_on_after_a_failure() {
        for (var i = 0; i < 5; i++)
            StepVerifier.create(reads.many(
                            demo, database -> database.sql("select 1/0").fetch().all()))
                    .verifyError();

        assertThat(seenByNobody()).isEmpty();
        assertThat(seenBy(elsewhere)).containsExactly(elsewhere.toString());
    }

    @Test
    void carry_no_tenant_on_when_the_reader_goes_away() {
        for (var i = 0; i < 5; i++) {
            StepVerifier.create(
                            reads.many(
                                    demo,
                                    database -> database.sql("select n from generate_series(1, 100000) n")
                                            .map(row -> row.get("n", Integer.class))
                                            .all()),
                            3)
                    .expectNext(1, 2, 3)
                    .thenCancel()
                    .verify();
            StepVerifier.create(reads.one(demo, _ -> Mono.never()).timeout(Duration.ofMillis(20)))
                    .verifyError();
        }

        assertThat(seenByNobody()).isEmpty();
        assertThat(seenBy(elsewhere)).containsExactly(elsewhere.toString());
    }

    @Test
    void give_every_connection_back() {
        Flux.range(0, 200)
                .flatMap(i -> reads.many(i % 2 == 0 ? demo : elsewhere, TenantReadsTest::ids), 50)
                .blockLast(Duration.ofSeconds(30));

        assertThat(views.connections().getMetrics().orElseThrow().acquiredSize())
                .isZero();
    }

    @Test
    void cannot_write() {
        StepVerifier.create(reads.one(
                        demo,
                        database -> database.sql("delete from timeline").then().thenReturn(1)))
                .verifyError();
        StepVerifier.create(reads.one(
                        demo,
                        database -> database.sql("select empty_all()").then().thenReturn(1)))
                .verifyError();
    }

    @Test
    void row_level_security_is_forced_on_every_table_with_a_tenant() {
        var open = views.asSuperuser().sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'parley'::regnamespace and a.attname = 'tenant_id'
                          and not (c.relrowsecurity and c.relforcerowsecurity)
                        """).query(String.class).list();
        var guarded = views.asSuperuser()
                .sql("select count(*) from pg_class where relforcerowsecurity")
                .query(Integer.class)
                .single();

        assertThat(open).isEmpty();
        assertThat(guarded).isGreaterThanOrEqualTo(11);
    }

    @Test
    void writers_see_all_tenants_but_readers_may_not_write() {
        assertThat(views.jdbc().sql(OURS).query(String.class).list()).hasSize(2);
        assertThatThrownBy(() -> DatabaseClient.create(views.connections())
                        .sql("insert into timeline values (gen_random_uuid(), gen_random_uuid(), 1)")
                        .then()
                        .block())
                .hasMessageContaining("denied");
    }

    private List<String> seenBy(TenantId tenant) {
        return reads.many(tenant, TenantReadsTest::ids).collectList().block();
    }

    /** On both connections of the pool. */
    private static List<String> seenByNobody() {
        return Flux.range(0, 2)
                .flatMap(_ -> ids(DatabaseClient.create(views.connections())))
                .collectList()
                .block();
    }

    private static Flux<String> ids(DatabaseClient database) {
        return database.sql(OURS).map(row -> row.get("id", String.class)).all();
    }
}
