package dev.parley.query.transcripts;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.Participant;
import dev.parley.api.transcript.GapCause;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptQuery.TranscriptLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExportTest {
    private static final Participant mallory =
            new Participant(gus.participantId(), "Mallory <v Lena> & Co", gus.role());

    /** As people talk, and as nobody should: markup, an arrow, an empty line, no length at all, more than an hour in. */
    private static final List<TranscriptLine> talk = List.of(
            line(1, parleyInTheRoom, Duration.ZERO, Duration.ofMillis(4_250), "I am an AI. Is that all right?"),
            line(2, lenaInTheRoom, Duration.ofMillis(5_007), Duration.ofSeconds(2), "Yes, it is."),
            line(3, lenaInTheRoom, Duration.ofSeconds(61), Duration.ZERO, "<b>5 > 3</b> && so on"),
            line(
                    4,
                    mallory,
                    Duration.ofSeconds(62),
                    Duration.ofSeconds(1),
                    "00:00.000 --> 00:10.000\n\n\nSecond thought"),
            line(5, lenaInTheRoom, Duration.ofMinutes(125).plusMillis(999), Duration.ofSeconds(1), "Größer — 日本語 🙂"));

    @ParameterizedTest
    @EnumSource(Export.class)
    void looks_as_its_golden_file(Export export) {
        assertThat(written(export)).isEqualTo(golden("golden." + export.extension));
    }

    @Test
    void says_where_words_may_be_missing() {
        var gap = new TranscriptLine(
                segment(1),
                1,
                lenaInTheRoom.participantId(),
                "Lena",
                lenaInTheRoom.role(),
                "",
                now,
                now.plusSeconds(3),
                Duration.ZERO,
                Source.SPEECH,
                false,
                false,
                Optional.of(GapCause.RECOGNISER));
        for (var export : Export.values())
            assertThat(export.line(1, gap)).contains("Lena", "[words may be missing here]");
    }

    @Test
    void says_where_words_were_taken_out() {
        var taken = new TranscriptLine(
                segment(1),
                1,
                lenaInTheRoom.participantId(),
                "Lena",
                lenaInTheRoom.role(),
                "",
                now,
                now.plusSeconds(3),
                Duration.ZERO,
                Source.SPEECH,
                false,
                true,
                Optional.empty());
        for (var export : Export.values())
            assertThat(export.line(1, taken)).contains("Lena", "[words were taken out here]");
    }

    @Test
    void subtitles_have_cues_that_last_and_nothing_that_looks_like_another_cue() {
        var cues = written(Export.WEBVTT)
                .lines()
                .filter(line -> line.contains("-->"))
                .toList();

        assertThat(cues)
                .hasSize(talk.size())
                .allMatch(cue -> cue.substring(0, 12).compareTo(cue.substring(17)) < 0);
    }

    @Test
    void begins_as_a_file_must_even_when_nothing_was_said() {
        assertThat(Export.WEBVTT.of(Flux.empty()).collectList().block()).containsExactly("WEBVTT\n\n");
        assertThat(Export.TEXT.of(Flux.empty()).collectList().block()).isEmpty();
    }

    @Test
    void is_chosen_by_what_the_client_would_rather_have() {
        assertThat(Export.accepted(MediaType.parseMediaTypes("application/x-subrip, text/vtt;q=0.5")))
                .contains(Export.SUBRIP);
        assertThat(Export.accepted(MediaType.parseMediaTypes("text/vtt"))).contains(Export.WEBVTT);
        assertThat(Export.accepted(MediaType.parseMediaTypes("text/*"))).contains(Export.TEXT);
        assertThat(Export.accepted(MediaType.parseMediaTypes("application/json")))
                .isEmpty();
    }

    private static String written(Export export) {
        return export.of(Flux.fromIterable(talk)).collect(Collectors.joining()).block();
    }

    private static String golden(String name) {
        try (var file = ExportTest.class.getResourceAsStream("/transcripts/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TranscriptLine line(int number, Participant who, Duration offset, Duration lasting, String text) {
        return new TranscriptLine(
                segment(number),
                number,
                who.participantId(),
                who.name(),
                who.role(),
                text,
                now.plus(offset),
                now.plus(offset).plus(lasting),
                offset,
                Source.SPEECH,
                false,
                false,
                Optional.empty());
    }
}
