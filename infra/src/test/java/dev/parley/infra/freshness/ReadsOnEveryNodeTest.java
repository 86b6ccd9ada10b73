package dev.parley.infra.freshness;

import static dev.parley.api.ViewRefusal.VIEW_IS_BEHIND;
import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static dev.parley.infra.library.Library.retire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.api.Refused;
import dev.parley.infra.library.Library;
import dev.parley.infra.library.Shelf;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import dev.parley.query.freshness.ViewPositions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/** Two nodes over one database; the view has two parts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadsOnEveryNodeTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    /** Shorter than the five seconds after which a processor stores the position of what is none of its business. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private RunningStore keeper;
    private RunningStore other;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dev.parley.query.freshness")
    @ConfigurationPropertiesScan("dev.parley.query.freshness")
    static class Fresh {}

    @BeforeEach
    void start() {
        var url = TestDatabase.fresh();
        try (var migrated = RunningStore.on(url)) {
            Shelf.create(migrated.the("ownerDataSource", DataSource.class));
        }
        keeper = node(url);
        await().atMost(LONG).until(() -> parts(keeper) == 2);
        other = node(url);
    }

    @AfterEach
    void stop() throws Exception {
        for (var resource : opened.reversed()) resource.close();
    }

    @Test
    void a_node_without_any_part_of_the_view_answers_fresh_reads() {
        for (var n = 0; n < 20; n++) {
            draftOn(other, "book " + n);

            assertThat(read(other)).isEqualTo(n + 1);
            assertThat(read(keeper)).isEqualTo(n + 1);
        }
        assertThat(parts(other)).isZero();
    }

    @Test
    void a_node_with_some_of_the_parts_answers_fresh_reads() {
        processor(keeper).releaseSegment(1, 1, TimeUnit.HOURS);
        await().atMost(LONG).until(() -> parts(keeper) == 1 && parts(other) == 1);

        for (var n = 0; n < 20; n++) {
            draftOn(n % 2 == 0 ? other : keeper, "book " + n);

            assertThat(read(other)).isEqualTo(n + 1);
            assertThat(read(keeper)).isEqualTo(n + 1);
        }
    }

    @Test
    void a_fact_that_the_view_does_not_care_for_holds_nobody_up() {
        draftOn(other, "a book");
        send(other, retire(book("a book")));

        assertThat(read(other)).isEqualTo(1);
    }

    @Test
    void a_view_that_stands_still_elsewhere_is_refused_in_time() throws Exception {
        draftOn(other, "a book");
        assertThat(read(other)).isEqualTo(1);
        var locked = keeper.the("ownerDataSource", DataSource.class).getConnection();
        opened.add(locked);
        locked.setAutoCommit(false);
        try (var lock = locked.createStatement()) {
            lock.execute("lock table parley.shelf in exclusive mode");
        }
        draftOn(other, "another");

        assertThatThrownBy(() -> read(other))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(VIEW_IS_BEHIND));

        locked.rollback();
        await().atMost(LONG).untilAsserted(() -> assertThat(read(other)).isEqualTo(2));
    }

    @Test
    void a_node_that_has_the_view_whole_asks_nobody() {
        draftOn(keeper, "a book");

        assertThat(read(keeper)).isEqualTo(1);
        assertThat(questioners()).isZero();

        assertThat(read(other)).isEqualTo(1);
        assertThat(questioners()).isEqualTo(1);
    }

    /** What of a view somebody who has just read the log's position sees. */
    private long read(RunningStore node) {
        var position = node.sql()
                .sql("select position from event_log_head")
                .query(Long.class)
                .single();
        var request = MockServerHttpRequest.get("/api/v1/shelf").header("X-Parley-Position", position.toString());
        var seen = new long[1];
        node.the(WebFilter.class)
                .filter(
                        MockServerWebExchange.from(request),
                        _ -> Mono.fromRunnable(() -> seen[0] = node.sql()
                                .sql("select count(*) from shelf")
                                .query(Long.class)
                                .single()))
                .block(LONG);
        return seen[0];
    }

    private RunningStore node(String url) {
        var node = RunningStore.on(
                url,
                List.of("parley.processors.segments=2", "parley.freshness.at-most=" + PATIENCE.toSeconds() + "s"),
                Library.class,
                Shelf.class,
                Fresh.class);
        opened.add(node);
        assertThat(node.the(ViewPositions.class)).isInstanceOf(ViewsOfAllNodes.class);
        return node;
    }

    private static void draftOn(RunningStore node, String title) {
        send(node, draft(book(title), title));
    }

    private static void send(RunningStore node, Object command) {
        assertThat(node.the(CommandGateway.class).send(command)).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private static int parts(RunningStore node) {
        return processor(node).processingStatus().size();
    }

    private static PooledStreamingEventProcessor processor(RunningStore node) {
        return node.the(EventProcessingConfiguration.class)
                .eventProcessor("view.shelf", PooledStreamingEventProcessor.class)
                .orElseThrow();
    }

    /** Connections on which nodes ask others; one that has never had to ask has none. */
    private long questioners() {
        return keeper.sql().sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and application_name = 'parley-freshness-questions'""").query(Long.class).single();
    }
}
