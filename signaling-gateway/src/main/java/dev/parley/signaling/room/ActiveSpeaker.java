package dev.parley.signaling.room;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who is speaking, of all who make a sound: whoever has the attention keeps it through a breath, and loses it only to somebody who means it. Pure. */
final class ActiveSpeaker {
    /** How much of the newest level counts; the rest is what was heard before. */
    private static final double NEWEST = 0.3;

    private final LevelSettings settings;
    private final Map<ParticipantId, Voice> voices = new HashMap<>();
    private final Set<ParticipantId> speaking = new HashSet<>();
    private Optional<ParticipantId> active = Optional.empty();

    /** @param since when they began to speak or fell silent */
    private record Voice(double loudness, boolean speaking, Instant since) {
        Voice then(Level level, Instant now) {
            var smooth = loudness + NEWEST * (level.level() - loudness);
            return new Voice(smooth, level.speaking(), speaking == level.speaking() ? since : now);
        }

        boolean hasSpokenFor(Duration time, Instant now) {
            return speaking && !now.isBefore(since.plus(time));
        }

        boolean isSilentFor(Duration time, Instant now) {
            return !speaking && !now.isBefore(since.plus(time));
        }
    }

    ActiveSpeaker(LevelSettings settings) {
        this.settings = settings;
    }

    Optional<ParticipantId> now() {
        return active;
    }

    /** Everybody who makes a sound, as it changes. */
    Set<ParticipantId> speaking() {
        return Collections.unmodifiableSet(speaking);
    }

    /** Whether time alone may change who it is. */
    boolean isToBeWatched() {
        return active.map(voices::get).filter(voice -> !voice.speaking()).isPresent();
    }

    /** @return whether somebody else, or nobody, is the active speaker from now on */
    boolean heard(ParticipantId who, Level level, Instant now) {
        voices.merge(who, new Voice(level.level(), level.speaking(), now), (before, _) -> before.then(level, now));
        if (level.speaking()) speaking.add(who);
        else speaking.remove(who);
        return at(now);
    }

    boolean forget(ParticipantId who) {
        voices.remove(who);
        speaking.remove(who);
        var changes = active.equals(Optional.of(who));
        if (changes) active = Optional.empty();
        return changes;
    }

    boolean at(Instant now) {
        var next = next(now);
        var changes = !next.equals(active);
        active = next;
        return changes;
    }

    private Optional<ParticipantId> next(Instant now) {
        var voice = active.map(voices::get);
        if (voice.isEmpty() || voice.get().isSilentFor(settings.holds(), now)) return loudest(Voice::speaking);
        return loudest(other -> other.hasSpokenFor(settings.takesOver(), now) && drowns(other, voice.get()))
                .or(() -> active);
    }

    private boolean drowns(Voice other, Voice voice) {
        return !voice.speaking() || other.loudness() >= settings.louderBy() * voice.loudness();
    }

    private Optional<ParticipantId> loudest(Predicate<Voice> which) {
        return voices.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .max(Comparator.comparingDouble(entry -> entry.getValue().loudness()))
                .map(Map.Entry::getKey);
    }
}
