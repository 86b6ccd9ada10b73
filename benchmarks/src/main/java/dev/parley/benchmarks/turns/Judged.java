package dev.parley.benchmarks.turns;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.floor.FloorInput;
import dev.parley.signaling.floor.FloorMachine;
import dev.parley.signaling.floor.FloorOutput.EndOfTurn;
import dev.parley.signaling.floor.FloorSettings;
import dev.parley.signaling.floor.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A set of thresholds on trial. The last silence before the interviewer speaks is when somebody was really done: so it must have
 * waited long enough in what was recorded.
 */
final class Judged {
    private final FloorSettings settings;
    private final List<Long> gaps = new ArrayList<>();
    private int turns;
    private int cut;

    Judged(FloorSettings settings) {
        this.settings = settings;
    }

    void listenTo(String recording) {
        var floor = new FloorMachine(settings);
        var silent = new HashMap<ParticipantId, Instant>();
        var ends = new ArrayList<EndOfTurn>();
        for (var input : Recording.read(recording)) {
            for (var output : floor.on(input)) if (output instanceof EndOfTurn end) ends.add(end);
            switch (input) {
                case FloorInput.VoiceOff off -> silent.put(off.who(), off.at());
                case FloorInput.SentenceBegins _ -> {
                    judge(silent, ends);
                    silent.clear();
                    ends.clear();
                }
                case FloorInput.VoiceOn _,
                        FloorInput.Words _,
                        FloorInput.Typing _,
                        FloorInput.Silenced _,
                        FloorInput.SentenceEnds _,
                        FloorInput.SpeechEnds _,
                        FloorInput.SpeechCancelled _,
                        FloorInput.NobodyIsAwaited _,
                        FloorInput.Tick _ -> {}
            }
        }
    }

    private void judge(Map<ParticipantId, Instant> silent, List<EndOfTurn> ends) {
        silent.forEach((who, done) -> {
            var theirs = ends.stream().filter(end -> end.who().equals(who)).toList();
            if (theirs.isEmpty()) return;
            turns++;
            if (theirs.getFirst().at().isBefore(done)) cut++;
            gaps.add(Duration.between(done, theirs.getLast().at()).toMillis());
        });
    }

    int turns() {
        return turns;
    }

    double earlyCutPercent() {
        return turns == 0 ? 0 : 100.0 * cut / turns;
    }

    double gapMillis(int percentile) {
        var sorted = gaps.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percentile / 100));
    }
}
