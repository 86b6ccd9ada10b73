package dev.parley.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.api.RequestRefusal;
import dev.parley.api.Samples;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRevised;
import dev.parley.api.questionset.QuestionSetId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowingConsumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;

/** Events to append: books that get new titles. Each call speaks for a command of its own. */
final class Facts {
    private static final QuestionSetId SOME_BOOK = new QuestionSetId(Samples.uuid("some book"));

    private Facts() {}

    static String newStream() {
        return UUID.randomUUID().toString();
    }

    static DomainEventMessage<?> fact(String stream, long sequence, String title) {
        return fact(stream, sequence, title, envelope(), now());
    }

    static DomainEventMessage<?> fact(String stream, long sequence, String title, MetaData envelope, Instant at) {
        return new GenericDomainEventMessage<>(
                "Book",
                stream,
                sequence,
                retitled(title),
                envelope,
                UUID.randomUUID().toString(),
                at);
    }

    /** Of one command, titled by their sequences. */
    static List<DomainEventMessage<?>> facts(String stream, long from, int count) {
        var envelope = envelope();
        return LongStream.range(from, from + count)
                .<DomainEventMessage<?>>mapToObj(n -> fact(stream, n, "" + n, envelope, now()))
                .toList();
    }

    /** As one command: the events keep their content and get the envelope of the first. */
    @SafeVarargs
    static <E extends EventMessage<?>> List<? extends EventMessage<?>> together(E... events) {
        var envelope = events[0].getMetaData();
        return Arrays.stream(events).map(event -> event.withMetaData(envelope)).toList();
    }

    /** Published by somebody who is no aggregate. */
    static EventMessage<?> homeless(String title) {
        return new GenericEventMessage<>(UUID.randomUUID().toString(), retitled(title), envelope(), now());
    }

    static QuestionSetRevised retitled(String title) {
        return new QuestionSetRevised(SOME_BOOK, title, "general");
    }

    static String titleOf(EventMessage<?> event) {
        return ((QuestionSetRevised) event.getPayload()).title();
    }

    static MetaData envelope() {
        return MetaData.with(Envelope.TENANT_ID, Samples.demo.toString())
                .and(Envelope.COMMAND_ID, UUID.randomUUID().toString())
                .and(Envelope.CORRELATION_ID, "a story");
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static ThrowingConsumer<Throwable> refusedAs(RequestRefusal refusal) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
