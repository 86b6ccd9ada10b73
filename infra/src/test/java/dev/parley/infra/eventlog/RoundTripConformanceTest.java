package dev.parley.infra.eventlog;

import static dev.parley.infra.eventlog.Facts.envelope;
import static dev.parley.infra.eventlog.Facts.fact;
import static dev.parley.infra.eventlog.Facts.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.infra.eventlog.EngineUnderTest.Whose;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OfEachEngine
class RoundTripConformanceTest {
    private final EngineUnderTest log;
    private final String stream = newStream();

    RoundTripConformanceTest(EngineUnderTest log) {
        this.log = log;
    }

    @Test
    void an_event_is_read_as_it_was_appended() {
        var written = fact(stream, 0, "The title");
        log.append(written);

        var read = readBack();

        assertThat(read.getPayload()).isEqualTo(written.getPayload());
        assertThat(read.getIdentifier()).isEqualTo(written.getIdentifier());
        assertThat(read.getMetaData()).isEqualTo(written.getMetaData());
        assertThat(read.getTimestamp()).isEqualTo(written.getTimestamp());
    }

    @Test
    void metadata_keeps_the_kinds_of_its_values() {
        var envelope = envelope().and("text", "täxt").and("number", 42).and("truth", true);

        log.append(fact(stream, 0, "title", envelope, Facts.now()));

        assertThat(readBack().getMetaData()).isEqualTo(envelope);
    }

    /** Ours keeps what PostgreSQL can keep; the stock engine writes text with milliseconds. Neither rounds into the future. */
    @Test
    void time_is_kept_to_the_microsecond_or_to_the_millisecond() {
        var second = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        log.append(fact(stream, 0, "title", envelope(), second.plusNanos(123_456_789)));

        assertThat(readBack().getTimestamp())
                .isEqualTo(
                        switch (log.whose()) {
                            case OURS -> second.plusNanos(123_456_000);
                            case STOCK -> second.plusNanos(123_000_000);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Grüße, 会议, встреча, اجتماع",
                "👩🏽‍💻🇩🇪",
                "e\u0301 is not \u00e9",
                "right to \u202eleft",
                "a\u0000b\u0001\u001f\u007f\u0085\u2028",
                "\"quoted\\\" ' ; -- ${jndi:} {{x}} %s \r\n\t",
                "\ufeff\uffff"
            })
    void every_character_survives(String title) {
        log.append(fact(stream, 0, title));

        assertThat(log.titles(stream)).containsExactly(title);
    }

    /** Written as an escape, so that it is read back as it came, though it is no text. */
    @Test
    void half_a_character_survives_too() {
        log.append(fact(stream, 0, "half \ud83d"));

        assertThat(log.titles(stream)).containsExactly("half \ud83d");
    }

    @Test
    void streams_may_have_any_name() {
        var odd = "über/" + stream + " ' \" % 会 👩🏽‍💻";

        log.append(fact(odd, 0, "odd"));

        assertThat(log.titles(odd)).containsExactly("odd");
    }

    @Test
    void a_big_event_is_kept() {
        var big = "ä€😀".repeat(20_000);

        log.append(fact(stream, 0, big));

        assertThat(log.titles(stream)).containsExactly(big);
    }

    /** A handler cannot ask for what has no class, so with the stock engine a processor passes over such a fact without a word. */
    @Test
    void an_event_that_nobody_knows() {
        var before = log.head();
        log.append(fact(stream, 0, "title"));
        store(log.whose() == Whose.OURS ? "event_type" : "payloadType", "meeting.MeetingTeleported");

        switch (log.whose()) {
            case OURS ->
                assertThatThrownBy(() -> log.after(before).forEach(event -> event.getPayloadType()))
                        .isInstanceOf(SerializationException.class)
                        .hasMessageContaining("meeting.MeetingTeleported");
            case STOCK ->
                assertThat(log.after(before).getFirst().getPayloadType()).isEqualTo(UnknownSerializedType.class);
        }
    }

    /** The stock engine reads a revision that it does not know as if it were the one it knows. */
    @Test
    void an_event_from_the_future() {
        var before = log.head();
        log.append(fact(stream, 0, "title"));
        store(log.whose() == Whose.OURS ? "revision" : "payloadRevision", "2");

        switch (log.whose()) {
            case OURS ->
                assertThatThrownBy(() -> log.after(before).forEach(event -> event.getPayload()))
                        .isInstanceOf(SerializationException.class)
                        .hasMessageContaining("revision 2");
            case STOCK ->
                assertThat(Facts.titleOf(log.after(before).getFirst())).isEqualTo("title");
        }
    }

    @Test
    void an_event_that_does_not_decode_is_never_passed_over() {
        var before = log.head();
        log.append(fact(stream, 0, "title"));
        store("payload", "{\"title\": ".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> log.after(before).forEach(event -> event.getPayload()))
                .isInstanceOf(RuntimeException.class);
    }

    /** Behind the back of everybody: as the superuser, without the triggers. */
    private void store(String column, Object value) {
        log.tamper(
                "update %s set %s = ? where %s = ?".formatted(log.table(), column, log.streamColumn()), value, stream);
    }

    private DomainEventMessage<?> readBack() {
        return log.engine().readEvents(stream).next();
    }
}
