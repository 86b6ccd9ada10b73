package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.infra.eventlog.EngineUnderTest.Whose;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

@OfEachEngine
class SnapshotConformanceTest {
    private final EngineUnderTest log;
    private final String stream = newStream();

    SnapshotConformanceTest(EngineUnderTest log) {
        this.log = log;
    }

    @Test
    void a_stream_without_a_snapshot_has_none() {
        log.append(facts(stream, 0, 2));

        assertThat(log.engine().readSnapshot(stream)).isEmpty();
    }

    @Test
    void a_snapshot_is_read_with_its_place() {
        log.engine().storeSnapshot(snapshot(4, "as of 4"));

        assertThat(log.engine().readSnapshot(stream)).hasValueSatisfying(read -> {
            assertThat(((KeptBook) read.getPayload()).title()).isEqualTo("as of 4");
            assertThat(read.getSequenceNumber()).isEqualTo(4);
            assertThat(read.getAggregateIdentifier()).isEqualTo(stream);
            assertThat(read.getType()).isEqualTo("Book");
        });
    }

    @Test
    void the_newest_snapshot_counts_and_the_older_ones_go() {
        log.engine().storeSnapshot(snapshot(4, "as of 4"));
        log.engine().storeSnapshot(snapshot(9, "as of 9"));

        assertThat(title()).isEqualTo("as of 9");
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void the_same_snapshot_twice_is_no_trouble() {
        log.engine().storeSnapshot(snapshot(4, "as of 4"));
        log.engine().storeSnapshot(snapshot(4, "as of 4"));

        assertThat(title()).isEqualTo("as of 4");
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void a_snapshot_of_another_revision_is_as_good_as_none() {
        log.engine().storeSnapshot(snapshot(4, "as of 4"));
        log.tamper(
                "update %s set %s = ? where %s = ?"
                        .formatted(
                                table(),
                                log.whose() == Whose.OURS ? "revision" : "payloadRevision",
                                log.streamColumn()),
                "0",
                stream);

        assertThat(log.engine().readSnapshot(stream)).isEmpty();
    }

    @Test
    void snapshots_do_not_change_what_is_read_of_the_stream() {
        log.append(facts(stream, 0, 3));
        log.engine().storeSnapshot(snapshot(1, "as of 1"));

        assertThat(log.titles(stream)).containsExactly("0", "1", "2");
    }

    private String title() {
        return ((KeptBook) log.engine().readSnapshot(stream).orElseThrow().getPayload()).title();
    }

    private long kept() {
        return log.admin()
                .sql("select count(*) from %s where %s = ?".formatted(table(), log.streamColumn()))
                .param(stream)
                .query(Long.class)
                .single();
    }

    private String table() {
        return log.whose() == Whose.OURS ? "parley.snapshot" : "SnapshotEventEntry";
    }

    private GenericDomainEventMessage<?> snapshot(long sequence, String title) {
        return new GenericDomainEventMessage<>("Book", stream, sequence, new KeptBook(title), MetaData.emptyInstance());
    }
}
