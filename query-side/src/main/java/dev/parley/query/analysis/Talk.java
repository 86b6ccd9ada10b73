package dev.parley.query.analysis;

import dev.parley.api.analysis.AnalysisQuery.SpeakerMetrics;
import dev.parley.api.analysis.AnalysisQuery.TalkMetrics;
import dev.parley.api.meeting.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Counts and divides, as {@link TalkMetrics} says. Pure. */
final class Talk {
    private static final Duration INTERRUPTS = Duration.ofMillis(500);

    private final List<Stretch> stretches;
    private final List<TurnOf> turns;

    private Talk(List<Stretch> stretches) {
        this.stretches = stretches;
        this.turns = TurnOf.in(stretches);
    }

    /** @param said in any order */
    static Talk of(List<Stretch> said) {
        var ordered = new ArrayList<>(said);
        ordered.sort(Comparator.comparing(Stretch::from));
        for (var i = 0; i + 1 < ordered.size(); i++)
            ordered.set(i, ordered.get(i).before(ordered.get(i + 1)));
        return new Talk(ordered);
    }

    TalkMetrics metrics(int questions) {
        var length = length();
        return new TalkMetrics(
                length,
                per(turns.size() - 1, length, Duration.ofMinutes(1)),
                per(questions, length, Duration.ofHours(1)),
                median((before, after) -> before.isByLead() && !after.isByLead()),
                median((before, after) -> !before.isByLead() && after.isByLead()),
                speakers());
    }

    private Duration length() {
        if (stretches.isEmpty()) return Duration.ZERO;
        var end = stretches.stream()
                .map(Stretch::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Duration.between(stretches.getFirst().from(), end);
    }

    private static double per(int count, Duration length, Duration unit) {
        return length.isZero() || count < 0 ? 0 : count * (double) unit.toMillis() / length.toMillis();
    }

    private Duration median(BiPredicate<TurnOf, TurnOf> between) {
        var pauses = new ArrayList<Duration>();
        for (var i = 0; i + 1 < turns.size(); i++)
            if (between.test(turns.get(i), turns.get(i + 1)))
                pauses.add(turns.get(i).pauseBefore(turns.get(i + 1)));
        pauses.sort(Comparator.naturalOrder());
        if (pauses.isEmpty()) return Duration.ZERO;
        var upper = pauses.get(pauses.size() / 2);
        return pauses.size() % 2 == 1
                ? upper
                : upper.plus(pauses.get(pauses.size() / 2 - 1)).dividedBy(2);
    }

    private List<SpeakerMetrics> speakers() {
        var bySpeaker = new LinkedHashMap<ParticipantId, List<Stretch>>();
        for (var stretch : stretches)
            bySpeaker.computeIfAbsent(stretch.speaker(), _ -> new ArrayList<>()).add(stretch);
        var all = bySpeaker.values().stream().map(Talk::spoken).reduce(Duration.ZERO, Duration::plus);
        return bySpeaker.entrySet().stream().map(each -> speaker(each, all)).toList();
    }

    private SpeakerMetrics speaker(Map.Entry<ParticipantId, List<Stretch>> each, Duration all) {
        var own = each.getValue();
        var latest = own.getLast();
        var ownTurns = turns.stream()
                .filter(turn -> turn.speaker().equals(each.getKey()))
                .toList();
        var spoken = spoken(own);
        var words = own.stream().mapToInt(Stretch::words).sum();
        return new SpeakerMetrics(
                each.getKey(),
                latest.name(),
                latest.role(),
                spoken,
                all.isZero() ? 0 : (double) spoken.toMillis() / all.toMillis(),
                ownTurns.size(),
                (double) words / ownTurns.size(),
                ownTurns.stream()
                        .map(TurnOf::length)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                (int) own.stream().filter(this::interrupts).count(),
                own.stream().anyMatch(stretch -> !stretch.measured()));
    }

    /** Overlapping stretches of one person count once. */
    private static Duration spoken(List<Stretch> own) {
        var spoken = Duration.ZERO;
        var until = Instant.MIN;
        for (var stretch : own) {
            var from = stretch.from().isAfter(until) ? stretch.from() : until;
            if (!stretch.to().isAfter(from)) continue;
            spoken = spoken.plus(Duration.between(from, stretch.to()));
            until = stretch.to();
        }
        return spoken;
    }

    private boolean interrupts(Stretch late) {
        return stretches.stream()
                .filter(early -> !early.isBy(late.speaker()) && early.measured())
                .anyMatch(early -> early.from().isBefore(late.from())
                        && !early.to().minus(INTERRUPTS).isBefore(late.from()));
    }
}
