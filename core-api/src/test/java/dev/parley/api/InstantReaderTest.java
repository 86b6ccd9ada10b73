package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstantReaderTest {
    private static final JsonMapper OURS = WireFormat.mapper();
    private static final JsonMapper JACKSONS = JsonMapper.builder().build();

    static Stream<Instant> instants() {
        var random = new Random(7);
        var edges = Stream.of("0000-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59Z")
                .map(Instant::parse);
        return Stream.concat(
                edges, random.longs(200, 0, 8_000_000_000L).mapToObj(second -> someFraction(random, second)));
    }

    private static Instant someFraction(Random random, long second) {
        var step = (int) Math.pow(10, random.nextInt(10));
        return Instant.ofEpochSecond(second, random.nextInt(1_000_000_000) / step * step);
    }

    @ParameterizedTest
    @MethodSource("instants")
    void what_was_written_is_read_to_the_nanosecond(Instant instant) {
        assertThat(read(OURS, instant.toString())).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T14:00:00+01:00",
                "2026-12-01T14:00Z",
                "2026-12-01T24:00:00Z",
                "2026-02-29T14:00:00Z",
                "2026-12-01T14:00:60Z",
                "2026-12-01T14:60:00Z",
                "2026-12-01T14:00:00.Z",
                "2026-12-01T14:00:00.1234567890Z",
                "2026-12-01 14:00:00Z",
                "2026-12-01T14:00:00z",
                "2026-12-01T14:00:00 Z",
                "+12026-12-01T14:00:00Z",
                "2026-12-01",
                "soon",
                ""
            })
    void the_rest_is_read_or_refused_as_jackson_does(String text) {
        assertThat(outcome(OURS, text)).isEqualTo(outcome(JACKSONS, text));
    }

    @Test
    void numbers_are_seconds_as_for_jackson() {
        assertThat(OURS.readValue("1764597600.5", Instant.class))
                .isEqualTo(JACKSONS.readValue("1764597600.5", Instant.class));
    }

    @Test
    void a_time_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> read(OURS, "2026-13-01T14:00:00Z"))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("2026-13-01");
    }

    private static Instant read(JsonMapper mapper, String text) {
        return mapper.readValue(mapper.writeValueAsString(text), Instant.class);
    }

    private static String outcome(JsonMapper mapper, String text) {
        try {
            return String.valueOf(read(mapper, text));
        } catch (JacksonException refused) {
            return "refused";
        }
    }
}
