package dev.parley.signaling.room;

import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ServerFrame.Grade;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How well everybody is connected, from what both ends of each link report. A link is as good as its worse direction; a person is as good
 * as their best link, for whoever reaches anybody well is not the one to blame. Pure.
 */
final class LinkGrades {
    private final QualitySettings settings;
    private final Map<Direction, Trend> links = new LinkedHashMap<>();
    private final Map<ParticipantId, Grade> told = new HashMap<>();
    private final Map<ParticipantId, Instant> noted = new HashMap<>();

    private record Direction(ParticipantId from, ParticipantId to) {
        Set<ParticipantId> ends() {
            return Set.of(from, to);
        }

        boolean touches(ParticipantId who) {
            return from.equals(who) || to.equals(who);
        }

        ParticipantId otherThan(ParticipantId who) {
            return from.equals(who) ? to : from;
        }
    }

    /** @param better reports in a row that say so */
    private record Trend(Grade grade, int better, LinkQuality newest) {
        Trend then(Grade now, LinkQuality link, int betterAfter) {
            if (now.compareTo(grade) >= 0) return new Trend(now, 0, link);
            return better + 1 >= betterAfter ? new Trend(now, 0, link) : new Trend(grade, better + 1, link);
        }
    }

    LinkGrades(QualitySettings settings) {
        this.settings = settings;
    }

    /** @return whose grade changes by this, and to what */
    Map<ParticipantId, Grade> reported(ParticipantId by, LinkQuality link) {
        var grade = settings.grade(link);
        links.merge(
                new Direction(link.peer(), by),
                new Trend(grade, 0, link),
                (before, _) -> before.then(grade, link, settings.betterAfter()));
        return changes();
    }

    Map<ParticipantId, Grade> forget(ParticipantId who) {
        links.keySet().removeIf(direction -> direction.touches(who));
        told.remove(who);
        noted.remove(who);
        return changes();
    }

    /** Everybody who is not well connected. */
    Map<ParticipantId, Grade> troubled() {
        var troubled = new LinkedHashMap<>(told);
        troubled.values().removeIf(Grade.GOOD::equals);
        return troubled;
    }

    /** How bad it is for this person, if that is bad enough and was not noted lately; then it counts as noted. */
    Optional<LinkQuality> toBeNoted(ParticipantId who, Instant now) {
        if (told.get(who) != Grade.POOR) return Optional.empty();
        var last = noted.get(who);
        if (last != null && now.isBefore(last.plus(settings.notedEvery()))) return Optional.empty();
        noted.put(who, now);
        return worst(who);
    }

    private Map<ParticipantId, Grade> changes() {
        var now = grades();
        told.keySet().forEach(who -> now.putIfAbsent(who, Grade.GOOD));
        var changed = new LinkedHashMap<>(now);
        changed.entrySet().removeIf(one -> one.getValue() == told.getOrDefault(one.getKey(), Grade.GOOD));
        told.putAll(now);
        return changed;
    }

    private Map<ParticipantId, Grade> grades() {
        var pairs = new HashMap<Set<ParticipantId>, Grade>();
        links.forEach((link, trend) -> pairs.merge(link.ends(), trend.grade(), LinkGrades::worse));
        var people = new LinkedHashMap<ParticipantId, Grade>();
        pairs.forEach((pair, grade) -> pair.forEach(who -> people.merge(who, grade, LinkGrades::better)));
        return people;
    }

    private Optional<LinkQuality> worst(ParticipantId who) {
        return links.entrySet().stream()
                .filter(entry -> entry.getKey().touches(who))
                .max(Comparator.comparing((Map.Entry<Direction, Trend> entry) ->
                                entry.getValue().grade())
                        .thenComparing(entry -> entry.getValue().newest().loss()))
                .map(entry -> asSeenBy(who, entry.getKey(), entry.getValue().newest()));
    }

    private static LinkQuality asSeenBy(ParticipantId who, Direction link, LinkQuality seen) {
        return new LinkQuality(link.otherThan(who), seen.rtt(), seen.loss(), seen.jitter(), seen.candidateType());
    }

    private static Grade worse(Grade one, Grade other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Grade better(Grade one, Grade other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
