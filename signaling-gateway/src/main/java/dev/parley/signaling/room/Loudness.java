package dev.parley.signaling.room;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Levels on their way to the others: the newest of each person, and no more of them than eyes can follow. Pure. */
final class Loudness {
    private final Duration pause;
    private final Map<ParticipantId, Level> waiting = new LinkedHashMap<>();
    private final Map<ParticipantId, Instant> told = new HashMap<>();

    Loudness(LevelSettings settings) {
        this.pause = Duration.ofSeconds(1).dividedBy(settings.perSecond());
    }

    /** @return the level if it may go on at once; otherwise it waits, and a newer one takes its place */
    Optional<Level> heard(ParticipantId who, Level level, Instant now) {
        waiting.put(who, level);
        return isDue(who, now) ? Optional.of(tell(who, level, now)) : Optional.empty();
    }

    /** What has waited long enough. */
    Map<ParticipantId, Level> due(Instant now) {
        var due = new LinkedHashMap<ParticipantId, Level>();
        waiting.forEach((who, level) -> {
            if (isDue(who, now)) due.put(who, level);
        });
        due.forEach((who, level) -> tell(who, level, now));
        return due;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    Duration pause() {
        return pause;
    }

    void forget(ParticipantId who) {
        waiting.remove(who);
        told.remove(who);
    }

    private boolean isDue(ParticipantId who, Instant now) {
        var last = told.get(who);
        return last == null || !now.isBefore(last.plus(pause));
    }

    private Level tell(ParticipantId who, Level level, Instant now) {
        waiting.remove(who);
        told.put(who, now);
        return level;
    }
}
