package dev.parley.benchmarks.turns;

import dev.parley.benchmarks.Benchmark;
import dev.parley.benchmarks.Result;
import dev.parley.signaling.floor.EndpointSettings;
import dev.parley.signaling.floor.FloorInput;
import dev.parley.signaling.floor.FloorSettings;
import dev.parley.signaling.floor.Recording;
import dev.parley.signaling.floor.SlowSpeakers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Early-cut rate and response gap of each set of thresholds over the same recordings: given ones, or made-up slow speakers. */
public final class TurnsBenchmark implements Benchmark {
    private static final int TURNS = 20;

    private final List<Path> recordings;

    public TurnsBenchmark(List<Path> recordings) {
        this.recordings = recordings;
    }

    @Override
    public Result run(boolean quick) throws IOException {
        var inputs = recordings.isEmpty() ? madeUp(quick ? 50 : 500) : read();
        var result = new Result();
        for (var set : sets().entrySet()) {
            var judged = new Judged(set.getValue());
            inputs.forEach(judged::listenTo);
            result.figure(set.getKey() + "_turns", judged.turns())
                    .figure(set.getKey() + "_early_cut_percent", judged.earlyCutPercent())
                    .figure(set.getKey() + "_gap_p50_ms", judged.gapMillis(50))
                    .figure(set.getKey() + "_gap_p95_ms", judged.gapMillis(95));
        }
        return result;
    }

    private static Map<String, FloorSettings> sets() {
        var sets = new LinkedHashMap<String, FloorSettings>();
        sets.put("shipped", FloorSettings.DEFAULTS);
        for (var millis : List.of(500, 700, 1_000, 1_500, 2_000)) sets.put("fixed_" + millis, fixed(millis));
        return sets;
    }

    /** What many do: the same silence for everybody, whatever was said. */
    private static FloorSettings fixed(int millis) {
        var silence = Duration.ofMillis(millis);
        var shipped = FloorSettings.DEFAULTS;
        var endpoint = new EndpointSettings(
                silence,
                silence,
                silence,
                silence,
                silence,
                silence,
                shipped.lead().stable(),
                shipped.lead().closes());
        return new FloorSettings(
                endpoint,
                shipped.cutsIn(),
                shipped.wordsCutIn(),
                shipped.resumesAfter(),
                shipped.noiseAfter(),
                shipped.ladder());
    }

    private List<String> read() throws IOException {
        var texts = new ArrayList<String>();
        for (var recording : recordings) texts.add(Files.readString(recording));
        return texts;
    }

    private static List<String> madeUp(int speakers) {
        var texts = new ArrayList<String>();
        for (var seed = 1; seed <= speakers; seed++) texts.add(madeUp(new SlowSpeakers(seed)));
        return texts;
    }

    private static String madeUp(SlowSpeakers speaker) {
        var begin = Instant.parse("2026-12-01T14:00:00Z");
        var recording = new Recording(begin);
        for (var turn = 0; turn < TURNS; turn++) {
            var spoken = speaker.turn(begin);
            spoken.inputs().forEach(recording::add);
            begin = spoken.end().plusSeconds(10);
            recording.add(new FloorInput.SentenceBegins(begin, turn));
            begin = begin.plusSeconds(1);
            recording.add(new FloorInput.SpeechEnds(begin));
        }
        return recording.text();
    }
}
