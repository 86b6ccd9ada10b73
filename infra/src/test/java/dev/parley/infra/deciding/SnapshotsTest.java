package dev.parley.infra.deciding;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static dev.parley.infra.deciding.TwoNodes.give;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.questionset.QuestionSetCommand.DraftQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PublishQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.Published;
import dev.parley.api.questionset.QuestionSetCommand.ReviseQuestionSet;
import dev.parley.api.questionset.QuestionSetId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SnapshotsTest {
    private static TwoNodes nodes;
    private QuestionSetId set;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes();
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @BeforeEach
    void a_set_that_was_renamed_again_and_again(TestInfo test) {
        set = new QuestionSetId(uuid(test.getDisplayName()));
        give(nodes.here, new DraftQuestionSet(set, alice, now, "Draft", "general", List.of(need)));
        for (var change = 1; change < 1_000; change++)
            assertThat(give(nodes.here, rename("Title " + change))).isEqualTo((long) change);
        await().atMost(Duration.ofSeconds(60)).until(() -> snapshot() >= 600);
    }

    @Test
    void decide_as_the_thousand_events_do() {
        assertThat(engine().readSnapshot(set.toString())).isPresent();
        assertThat(give(nodes.there, rename("Title 999"))).isEqualTo(999L);
        assertThat(give(nodes.there, new PublishQuestionSet(set, alice, now))).isEqualTo(new Published(1, 1_000));
        var withSnapshot = give(nodes.there, new PinQuestionSet(set, alice, now));

        nodes.here.sql().sql("delete from parley.snapshot").update();
        nodes.here.the("aggregateMemory", Cache.class).removeAll();
        assertThat(give(nodes.here, new PinQuestionSet(set, alice, now))).isEqualTo(withSnapshot);
    }

    @Test
    void of_another_revision_do_not_count() {
        replace("'0'", "payload");
        assertThat(engine().readSnapshot(set.toString())).isEmpty();
        assertThat(give(nodes.there, rename("Title 999"))).isEqualTo(999L);
    }

    @Test
    void that_are_broken_do_not_count_and_are_dropped() {
        replace("revision", "'\\x7b'::bytea");
        assertThat(give(nodes.there, rename("Title 999"))).isEqualTo(999L);
        assertThat(give(nodes.there, rename("Title 1000"))).isEqualTo(1_000L);
        assertThat(nodes.here
                        .sql()
                        .sql("select count(*) from parley.snapshot where payload = '\\x7b'::bytea")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** In another row, since nobody may change one. */
    private void replace(String revision, String payload) {
        var replaced = nodes.here
                .sql()
                .sql("with old as (delete from parley.snapshot where stream = ? returning *)"
                        + " insert into parley.snapshot (stream, sequence, stream_type, event_id, event_type, revision,"
                        + " recorded_at, payload, metadata) select stream, sequence - 1, stream_type, event_id, event_type, "
                        + revision + ", recorded_at, " + payload + ", metadata from old")
                .param(set.toString())
                .update();
        assertThat(replaced).isEqualTo(1);
    }

    private long snapshot() {
        return engine().readSnapshot(set.toString())
                .map(snapshot -> snapshot.getSequenceNumber())
                .orElse(-1L);
    }

    private static EventStorageEngine engine() {
        return nodes.here.the(EventStorageEngine.class);
    }

    private ReviseQuestionSet rename(String title) {
        return new ReviseQuestionSet(set, alice, now, Optional.of(title), Optional.empty());
    }
}
