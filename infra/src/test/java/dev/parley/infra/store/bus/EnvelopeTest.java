package dev.parley.infra.store.bus;

import static dev.parley.infra.library.Library.book;
import static dev.parley.infra.library.Library.draft;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Envelope;
import dev.parley.api.Samples;
import dev.parley.api.questionset.QuestionSetEvent.QuestionSetRetired;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvelopeTest {
    private final FillEnvelope fill = new FillEnvelope("1.2.3");
    private final HandEnvelopeOn handOn = new HandEnvelopeOn();

    @Test
    void a_person_s_command_is_the_beginning_of_its_own_thread() {
        var sent = filled(Map.of());

        assertThat(sent.getMetaData())
                .containsEntry(Envelope.TENANT_ID, Samples.demo.toString())
                .containsEntry(Envelope.ACTOR_ID, "alice")
                .containsEntry(Envelope.ACTOR_TYPE, "user")
                .containsEntry(Envelope.COMMAND_ID, sent.getIdentifier())
                .containsEntry(Envelope.CORRELATION_ID, sent.getIdentifier())
                .containsEntry(Envelope.CAUSATION_ID, sent.getIdentifier())
                .containsEntry(Envelope.APP_VERSION, "1.2.3");
    }

    @Test
    void the_client_s_key_names_the_command() {
        assertThat(filled(Map.of(Envelope.COMMAND_ID, "key-7")).getMetaData())
                .containsEntry(Envelope.COMMAND_ID, "key-7")
                .containsEntry(Envelope.CORRELATION_ID, "key-7");
    }

    @Test
    void nobody_can_pretend_to_be_somebody_else() {
        var pretended = Map.of(
                Envelope.TENANT_ID,
                Samples.elsewhere.toString(),
                Envelope.ACTOR_ID,
                "eve",
                Envelope.ACTOR_TYPE,
                "system");

        assertThat(filled(pretended).getMetaData())
                .containsEntry(Envelope.TENANT_ID, Samples.demo.toString())
                .containsEntry(Envelope.ACTOR_ID, "alice")
                .containsEntry(Envelope.ACTOR_TYPE, "user");
    }

    @Test
    void a_command_that_an_event_led_to_continues_its_thread_and_names_its_cause() {
        var event = new GenericEventMessage<>(
                new QuestionSetRetired(book("chain")),
                MetaData.with(Envelope.CORRELATION_ID, "thread").and(Envelope.COMMAND_ID, "earlier"));

        var sent = filled(handOn.correlationDataFor(event));

        assertThat(sent.getMetaData())
                .containsEntry(Envelope.CORRELATION_ID, "thread")
                .containsEntry(Envelope.CAUSATION_ID, event.getIdentifier())
                .containsEntry(Envelope.COMMAND_ID, sent.getIdentifier());
    }

    @Test
    void events_get_the_whole_envelope_of_their_command() {
        var sent = filled(Map.of(Envelope.EXPECTED_VERSION, 3L));

        var given = handOn.correlationDataFor(sent);

        assertThat(Map.<String, Object>copyOf(given))
                .hasSize(8)
                .containsEntry(Envelope.ACTOR_NAME, "Alice Seller")
                .doesNotContainKey(Envelope.EXPECTED_VERSION);
    }

    private CommandMessage<?> filled(Map<String, ?> metadata) {
        CommandMessage<?> command = new GenericCommandMessage<>(draft(book("chain"), "Chain"), MetaData.from(metadata));
        return fill.handle(List.of(command)).apply(0, command);
    }
}
