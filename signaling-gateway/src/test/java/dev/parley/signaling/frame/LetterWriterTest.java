package dev.parley.signaling.frame;

import static dev.parley.api.Samples.lenaInTheRoom;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.api.WireFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand is what Jackson would have written. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LetterWriterTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new WireFormat())
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123Z");
    /** All that must be escaped, all that need not be, and letters of two, three and four bytes. */
    private static final String EVERYTHING = IntStream.rangeClosed(0, 0x2_00)
            .mapToObj(Character::toString)
            .collect(Collectors.joining("", "a", "€🎉\\\"/z"));

    static Stream<ServerFrame> byHand() {
        var whole = new IceCandidate(EVERYTHING, Optional.of(EVERYTHING), Optional.of(7), Optional.of("uf\"rag"));
        var bare = new IceCandidate("", Optional.empty(), Optional.empty(), Optional.empty());
        return Stream.of(
                new ServerFrame.Chat(EVERYTHING),
                new ServerFrame.Chat(""),
                new ServerFrame.Chat("x".repeat(10_000)),
                new ServerFrame.Offer(EVERYTHING.repeat(9), 1),
                new ServerFrame.Answer(EVERYTHING, 1L << 53),
                new ServerFrame.Candidate(Optional.of(whole), 3),
                new ServerFrame.Candidate(Optional.of(bare), 3),
                new ServerFrame.Candidate(Optional.empty(), 3));
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void is_the_same_by_hand(ServerFrame frame) {
        var letter = Letter.from(lenaInTheRoom.participantId(), frame);

        assertThat(new String(Codecs.codec().encode(42, NOW, letter), UTF_8))
                .isEqualTo("{\"v\":1,\"type\":\""
                        + frame.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "\",\"seq\":42,\"ts\":\"" + NOW
                        + "\",\"from\":\"" + lenaInTheRoom.participantId() + "\",\"payload\":"
                        + JSON.writeValueAsString(frame) + "}");
    }
}
