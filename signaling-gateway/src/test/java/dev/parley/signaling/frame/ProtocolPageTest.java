package dev.parley.signaling.frame;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refusal;
import dev.parley.api.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client is written from docs/protocol.md alone, so what it shows must be what is tested. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolPageTest {
    private static final Pattern BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private final String page = read();

    @Test
    void shows_exactly_the_golden_frames() {
        assertThat(framesOnThePage())
                .isEqualTo(Golden.all().stream().map(Golden::json).collect(toSet()));
    }

    @Test
    void explains_every_error_of_the_gateway() {
        assertThat(SignalRefusal.values())
                .filteredOn(refusal -> refusal != SignalRefusal.LINK_INVALID) // said over HTTP only
                .extracting(Refusal::name)
                .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    }

    @Test
    void explains_every_close_code() {
        assertThat(Arrays.stream(CloseReason.values()).map(CloseReason::code))
                .allSatisfy(code -> assertThat(page).contains("| " + code + " |"));
    }

    private Set<JsonNode> framesOnThePage() {
        return BLOCK.matcher(page)
                .results()
                .map(block -> json(block))
                .filter(json -> json.has("v"))
                .collect(toSet());
    }

    private static JsonNode json(MatchResult block) {
        return WireFormat.mapper().readTree(block.group(1));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../docs/protocol.md"));
        } catch (IOException e) {
            throw new AssertionError("docs/protocol.md is part of the contract", e);
        }
    }
}
