package dev.parley.command;

import static dev.parley.api.RequestRefusal.IF_MATCH_MALFORMED;
import static dev.parley.api.RequestRefusal.IF_MATCH_NEEDED;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IfMatchTest {

    @Test
    void puts_the_version_that_the_client_saw_into_the_envelope() {
        assertThat(IfMatch.of("\"12\"").metadata()).isEqualTo(MetaData.with(Envelope.EXPECTED_VERSION, 12L));
    }

    @Test
    void expects_nothing_of_whoever_does_not_care() {
        assertThat(IfMatch.of("*").metadata()).isEmpty();
    }

    @Test
    void is_needed() {
        assertThat(assertThrows(Refused.class, () -> IfMatch.of(null)), refused(IF_MATCH_NEEDED, "If-Match"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "W/\"12\"", "\"12\", \"13\"", "\"twelve\"", "\"-1\"", "\"1234567890123456789\""})
    void refuses_what_is_no_tag_of_ours(String header) {
        assertThat(assertThrows(Refused.class, () -> IfMatch.of(header)), refused(IF_MATCH_MALFORMED, "If-Match"));
    }
}
