package dev.parley.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Event;
import dev.parley.api.StoredEvents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StableNamesTest {
    private final StableNames events = new StableNames();
    private final OwnNames others = new OwnNames();

    @Nested
    class Events {
        @Test
        void each_has_a_name_that_leads_back_to_it() {
            assertThat(StoredEvents.all()).isNotEmpty().allSatisfy(event -> {
                var type = events.typeForClass(event);
                assertThat(type.getName()).isEqualTo(StoredEvents.nameOf(event));
                assertThat(events.classForType(type)).isEqualTo(event);
            });
        }

        @Test
        void a_name_that_nobody_knows_is_refused() {
            assertThatThrownBy(() -> read("meeting.MeetingTeleported", "1"))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("meeting.MeetingTeleported");
        }

        @Test
        void a_revision_from_the_future_is_refused() {
            assertThatThrownBy(() -> read("questionset.QuestionSetRetired", "2"))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("revision 2");
        }

        @Test
        void a_class_name_is_no_name() {
            assertThatThrownBy(() -> read("dev.parley.api.questionset.QuestionSetEvent$QuestionSetRetired", "1"))
                    .isInstanceOf(SerializationException.class);
        }

        @Test
        void what_is_not_in_the_contract_is_not_stored() {
            record SomethingElse() implements Event {}

            assertThatThrownBy(() -> events.serialize(new SomethingElse(), byte[].class))
                    .isInstanceOf(SerializationException.class);
        }

        @Test
        void metadata_is_read_back() {
            var written = events.serialize(MetaData.with("tenantId", "t"), byte[].class);

            assertThat((Object) events.deserialize(written)).isEqualTo(MetaData.with("tenantId", "t"));
        }

        private Object read(String name, String revision) {
            return events.deserialize(
                    new SimpleSerializedObject<>("{}".getBytes(StandardCharsets.UTF_8), byte[].class, name, revision));
        }
    }

    @Nested
    class Everything_else {
        @Test
        void a_position_is_read_back() {
            var token = GapAwareTrackingToken.newInstance(7, List.of(3L));

            assertThat((Object) others.deserialize(others.serialize(token, byte[].class)))
                    .isEqualTo(token);
        }

        @Test
        void a_class_that_is_not_on_the_list_is_never_loaded() {
            var evil = new SimpleSerializedObject<>(
                    "{}".getBytes(StandardCharsets.UTF_8), byte[].class, "javax.script.ScriptEngineManager", null);

            assertThatThrownBy(() -> others.deserialize(evil))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("not on the list");
        }
    }
}
