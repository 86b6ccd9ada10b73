package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.fact;
import static dev.parley.infra.eventlog.Facts.facts;
import static dev.parley.infra.eventlog.Facts.homeless;
import static dev.parley.infra.eventlog.Facts.newStream;
import static dev.parley.infra.eventlog.Facts.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.util.Throwables;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

@OfEachEngine
class AppendingConformanceTest {
    private final EngineUnderTest log;
    private final String stream = newStream();

    AppendingConformanceTest(EngineUnderTest log) {
        this.log = log;
    }

    @Test
    void events_stand_in_their_stream_and_in_the_log_as_they_were_appended() {
        var other = newStream();
        var before = log.head();

        log.append(facts(stream, 0, 2));
        log.append(fact(other, 0, "other"));
        log.append(facts(stream, 2, 2));

        assertThat(log.titles(stream)).containsExactly("0", "1", "2", "3");
        assertThat(log.after(before).stream().map(Facts::titleOf)).containsExactly("0", "1", "other", "2", "3");
    }

    @Test
    void one_append_may_write_to_several_streams() {
        var other = newStream();
        var before = log.head();

        log.append(together(fact(stream, 0, "a"), fact(other, 0, "b"), fact(stream, 1, "c")));

        assertThat(log.after(before).stream().map(Facts::titleOf)).containsExactly("a", "b", "c");
        assertThat(log.titles(stream)).containsExactly("a", "c");
    }

    @Test
    void a_place_is_given_once() {
        log.append(facts(stream, 0, 2));

        assertThatThrownBy(() -> log.append(fact(stream, 1, "late"))).isInstanceOf(ConcurrencyException.class);
        assertThat(log.titles(stream)).containsExactly("0", "1");
    }

    @Test
    void a_stream_begins_once() {
        log.append(fact(stream, 0, "first"));

        assertThatThrownBy(() -> log.append(fact(stream, 0, "also first")))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThat(log.titles(stream)).containsExactly("first");
    }

    @Test
    void a_stream_has_no_holes() {
        log.append(fact(stream, 0, "0"));

        switch (log.whose()) {
            case OURS -> {
                assertThatThrownBy(() -> log.append(fact(stream, 2, "2"))).isInstanceOf(ConcurrencyException.class);
                assertThat(log.titles(stream)).containsExactly("0");
            }
            case STOCK -> {
                log.append(fact(stream, 2, "2"));
                assertThat(log.titles(stream)).containsExactly("0", "2");
            }
        }
    }

    @Test
    void a_stream_has_nothing_before_its_beginning() {
        log.append(fact(stream, 0, "0"));

        switch (log.whose()) {
            case OURS -> {
                assertThatThrownBy(() -> log.append(fact(stream, -1, "-1"))).isInstanceOf(ConcurrencyException.class);
                assertThat(log.titles(stream, -5)).containsExactly("0");
            }
            case STOCK -> {
                log.append(fact(stream, -1, "-1"));
                assertThat(log.titles(stream, -5)).containsExactly("-1", "0");
            }
        }
    }

    @Test
    void nothing_of_an_append_is_kept_when_one_of_its_events_is_refused() {
        log.append(facts(stream, 0, 3));
        var before = log.head();
        var other = newStream();

        assertThatThrownBy(() ->
                        log.append(together(fact(other, 0, "new"), fact(stream, 3, "fine"), fact(stream, 2, "taken"))))
                .isInstanceOfAny(ConcurrencyException.class, AggregateStreamCreationException.class);

        assertThat(log.after(before)).isEmpty();
        assertThat(log.titles(other)).isEmpty();
    }

    /** The stock engine blames the first event, whichever was refused: here a stream that nobody else ever touched. */
    @Test
    void the_refusal_names_the_stream_that_was_lost() {
        log.append(facts(stream, 0, 3));
        var innocent = newStream();
        var append = together(fact(innocent, 0, "new"), fact(stream, 2, "taken"));

        switch (log.whose()) {
            case OURS ->
                assertThatThrownBy(() -> log.append(append))
                        .isExactlyInstanceOf(ConcurrencyException.class)
                        .hasMessageContaining(stream);
            case STOCK ->
                assertThatThrownBy(() -> log.append(append))
                        .isInstanceOf(AggregateStreamCreationException.class)
                        .hasMessageContaining(innocent);
        }
    }

    /** Refusals are logged and travel; what people said must not travel with them. */
    @Test
    void a_refusal_keeps_the_content_to_itself() {
        log.append(fact(stream, 0, "0"));
        var refused = catchThrowable(() -> log.append(fact(stream, 0, "Lena said she is ill")));

        switch (log.whose()) {
            case OURS ->
                assertThat(refused)
                        .hasMessageContaining(stream)
                        .satisfies(told ->
                                assertThat(Throwables.getStackTrace(told)).doesNotContain("Lena", inHex("Lena")));
            case STOCK -> assertThat(refused).hasMessageContaining(inHex("Lena"));
        }
    }

    @Test
    void an_empty_append_is_nothing() {
        var before = log.head();

        log.append(List.of());

        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void an_event_outside_any_aggregate_is_read_in_the_log() {
        var before = log.head();
        var event = homeless("nobody's");

        log.append(event);

        var read = log.after(before).getFirst();
        assertThat(Facts.titleOf(read)).isEqualTo("nobody's");
        assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier());
        assertThat(read).isNotInstanceOf(DomainEventMessage.class);
    }

    /** Ours is durable when the append returns; it takes no part in anybody's transaction, so nobody's rollback takes it back. */
    @Test
    void a_rollback_around_an_append() {
        assertThatThrownBy(() -> log.inTransaction(() -> {
                    log.append(fact(stream, 0, "appended"));
                    throw new IllegalStateException("and then something else went wrong");
                }))
                .isInstanceOf(IllegalStateException.class);

        switch (log.whose()) {
            case OURS -> assertThat(log.titles(stream)).containsExactly("appended");
            case STOCK -> assertThat(log.titles(stream)).isEmpty();
        }
    }

    @Test
    void an_append_that_failed_leaves_no_gap_in_the_log() {
        log.append(fact(stream, 0, "0"));
        var before = lastPosition();
        for (var i = 0; i < 3; i++)
            assertThatThrownBy(() -> log.append(fact(stream, 0, "again")))
                    .isInstanceOf(AggregateStreamCreationException.class);

        log.append(fact(stream, 1, "1"));

        assertThat(lastPosition() - before)
                .isEqualTo(
                        switch (log.whose()) {
                            case OURS -> 1;
                            case STOCK -> 4;
                        });
    }

    private static String inHex(String words) {
        return HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
    }

    private long lastPosition() {
        return log.admin()
                .sql("select max(" + log.positionColumn() + ") from " + log.table())
                .query(Long.class)
                .single();
    }
}
