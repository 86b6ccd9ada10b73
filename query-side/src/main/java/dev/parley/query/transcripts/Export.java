package dev.parley.query.transcripts;

import dev.parley.api.WireFormat;
import dev.parley.api.transcript.TranscriptQuery.TranscriptLine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

/** The forms in which a transcript leaves the house. Times count from the start of the meeting. */
enum Export {
    TEXT(new MediaType("text", "plain"), "txt") {
        @Override
        String line(long index, TranscriptLine line) {
            return "[%s] %s (%s): %s\n"
                    .formatted(
                            clock(line.offset()),
                            line.speakerName(),
                            WireFormat.name(line.speakerRole()),
                            words(line).replace("\n", "\n    "));
        }
    },

    WEBVTT(new MediaType("text", "vtt"), "vtt") {
        @Override
        String head() {
            return "WEBVTT\n\n";
        }

        /** A cue with its voice (WebVTT §3.1, §4.2.2); "&" and "<" would begin something else, and so might ">" in "-->". */
        @Override
        String line(long index, TranscriptLine line) {
            var voice = "<v %s>%s</v>".formatted(escaped(line.speakerName()), escaped(withoutBlankLines(words(line))));
            return "%d\n%s --> %s\n%s\n\n".formatted(index, time(line.offset(), '.'), time(end(line), '.'), voice);
        }
    },

    SUBRIP(new MediaType("application", "x-subrip"), "srt") {
        @Override
        String line(long index, TranscriptLine line) {
            return "%d\n%s --> %s\n%s: %s\n\n"
                    .formatted(
                            index,
                            time(line.offset(), ','),
                            time(end(line), ','),
                            line.speakerName(),
                            withoutBlankLines(words(line)).replace("-->", "→"));
        }
    };

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    final MediaType type;
    final String extension;

    Export(MediaType type, String extension) {
        this.type = type;
        this.extension = extension;
    }

    /** The first of the accepted types that is a form of ours, if one was asked for by name or by {@code text/*}. */
    static Optional<Export> accepted(List<MediaType> accept) {
        return accept.stream()
                .flatMap(wanted -> Stream.of(values()).filter(export -> wanted.includes(export.type)))
                .findFirst();
    }

    String head() {
        return "";
    }

    abstract String line(long index, TranscriptLine line);

    Flux<String> of(Flux<TranscriptLine> lines) {
        return Flux.just(head())
                .filter(head -> !head.isEmpty())
                .concatWith(lines.index((number, line) -> line(number + 1, line)));
    }

    /** A cue must last (WebVTT §4.1): what has no length gets a second. */
    private static Duration end(TranscriptLine line) {
        var lasted = Duration.between(line.startedAt(), line.endedAt());
        return line.offset().plus(lasted.isPositive() ? lasted : SHORTEST);
    }

    private static String clock(Duration offset) {
        return "%02d:%02d:%02d".formatted(offset.toHours(), offset.toMinutesPart(), offset.toSecondsPart());
    }

    private static String time(Duration offset, char point) {
        return "%s%c%03d".formatted(clock(offset), point, offset.toMillisPart());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String words(TranscriptLine line) {
        if (line.redacted()) return "[words were taken out here]";
        return line.gap().isPresent() ? "[words may be missing here]" : line.text();
    }

    /** A blank line would end the cue. */
    private static String withoutBlankLines(String text) {
        return text.replaceAll("\\n\\s*\\n", "\n");
    }
}
