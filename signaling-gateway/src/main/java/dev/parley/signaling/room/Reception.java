package dev.parley.signaling.room;

import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame.Level;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is heard in a room, and how well, from what clients measure. What it tells goes to everybody but the sender. Pure. */
final class Reception {
    private final Loudness loudness;
    private final ActiveSpeaker speaker;
    private final LinkGrades grades;

    Reception(LevelSettings level, QualitySettings quality) {
        this.loudness = new Loudness(level);
        this.speaker = new ActiveSpeaker(level);
        this.grades = new LinkGrades(quality);
    }

    List<Letter> heard(ParticipantId who, Level level, Instant now) {
        var letters = new ArrayList<Letter>();
        loudness.heard(who, level, now).map(shown -> levelOf(who, shown)).ifPresent(letters::add);
        if (speaker.heard(who, level, now)) letters.add(activeSpeaker());
        return letters;
    }

    List<Letter> reported(ParticipantId by, LinkQuality link) {
        return qualities(grades.reported(by, link));
    }

    /** What time alone brings about. */
    List<Letter> at(Instant now) {
        var letters = new ArrayList<Letter>();
        loudness.due(now).forEach((who, level) -> letters.add(levelOf(who, level)));
        if (speaker.at(now)) letters.add(activeSpeaker());
        return letters;
    }

    boolean isToBeWatched() {
        return loudness.isWaiting() || speaker.isToBeWatched();
    }

    Set<ParticipantId> speaking() {
        return speaker.speaking();
    }

    Duration pause() {
        return loudness.pause();
    }

    /** Has switched the microphone off. */
    List<Letter> muted(ParticipantId who) {
        loudness.forget(who);
        return speaker.forget(who) ? List.of(activeSpeaker()) : List.of();
    }

    List<Letter> gone(ParticipantId who) {
        var letters = new ArrayList<>(muted(who));
        letters.addAll(qualities(grades.forget(who)));
        return letters;
    }

    /** What a newcomer needs to know. */
    List<Letter> soFar() {
        var letters = new ArrayList<Letter>();
        if (speaker.now().isPresent()) letters.add(activeSpeaker());
        letters.addAll(qualities(grades.troubled()));
        return letters;
    }

    /** What of this person's connection is worth a fact, if anything; asked twice, it is not any more. */
    Optional<LinkQuality> toBeNoted(ParticipantId who, Instant now) {
        return grades.toBeNoted(who, now);
    }

    private Letter activeSpeaker() {
        return Letter.of(new ServerFrame.ActiveSpeaker(speaker.now()));
    }

    private static Letter levelOf(ParticipantId who, Level level) {
        return Letter.from(who, new ServerFrame.Level(level.level(), level.speaking()));
    }

    private static List<Letter> qualities(Map<ParticipantId, Grade> grades) {
        return grades.entrySet().stream()
                .map(one -> Letter.of(new ServerFrame.Quality(one.getKey(), one.getValue())))
                .toList();
    }
}
