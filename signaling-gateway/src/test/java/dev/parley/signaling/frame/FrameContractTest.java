package dev.parley.signaling.frame;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.WireFormat;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameContractTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new WireFormat())
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private final FrameCodec codec = Codecs.inDevelopment();

    static List<Golden> fromClients() {
        return Golden.fromClients();
    }

    static List<Golden> fromTheServer() {
        return Golden.fromTheServer();
    }

    @ParameterizedTest
    @MethodSource
    void fromClients(Golden golden) {
        var said = (Inbound.Said) codec.decode(golden.json().toString());

        assertThat(written(said)).isEqualTo(golden.json());
    }

    @ParameterizedTest
    @MethodSource
    void fromTheServer(Golden golden) {
        var frame = JSON.treeToValue(golden.json().path("payload"), typed(golden.type()));

        assertThat(encoded(golden.json(), frame)).isEqualTo(golden.json());
    }

    @Test
    void every_type_has_a_golden_file() {
        assertThat(types(Golden.fromClients())).isEqualTo(typesOf(ClientFrame.class));
        assertThat(types(Golden.fromTheServer())).isEqualTo(typesOf(ServerFrame.class));
    }

    private static JsonNode written(Inbound.Said said) {
        var payload = (ObjectNode) JSON.valueToTree(said.frame());
        var json = JSON.createObjectNode()
                .put("v", 1)
                .put("type", name(said.frame().getClass()))
                .put("id", said.id());
        if (said.frame() instanceof ClientFrame.Negotiation) json.set("to", payload.remove("to"));
        json.set("payload", payload);
        return JSON.readTree(json.toString());
    }

    private JsonNode encoded(JsonNode golden, ServerFrame frame) {
        var letter = golden.has("re")
                ? Letter.answering(golden.path("re").asLong(), frame)
                : golden.has("from")
                        ? Letter.from(ParticipantId.of(golden.path("from").asString()), frame)
                        : Letter.of(frame);
        var ts = Instant.parse(golden.path("ts").asString());
        return JSON.readTree(codec.encode(golden.path("seq").asLong(), ts, letter));
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends ServerFrame> typed(String type) {
        return (Class<? extends ServerFrame>) leaves(ServerFrame.class)
                .filter(leaf -> name(leaf).equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> types(List<Golden> golden) {
        return golden.stream().map(Golden::type).collect(toSet());
    }

    private static Set<String> typesOf(Class<?> sealed) {
        return leaves(sealed).map(FrameContractTest::name).collect(toSet());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FrameContractTest::leaves)
                : Stream.of(type);
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
