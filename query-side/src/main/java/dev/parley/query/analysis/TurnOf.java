package dev.parley.query.analysis;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stretches of one person that nobody else's words interrupt. */
record TurnOf(ParticipantId speaker, Invitee.Role role, Instant from, Instant to) {

    /** @param stretches in the order in which they began */
    static List<TurnOf> in(List<Stretch> stretches) {
        var turns = new ArrayList<TurnOf>();
        for (var stretch : stretches) {
            var last = turns.isEmpty() ? null : turns.getLast();
            if (last == null || !stretch.isBy(last.speaker()))
                turns.add(new TurnOf(stretch.speaker(), stretch.role(), stretch.from(), stretch.to()));
            else turns.set(turns.size() - 1, last.with(stretch));
        }
        return turns;
    }

    private TurnOf with(Stretch more) {
        return new TurnOf(speaker, role, from, more.to().isAfter(to) ? more.to() : to);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    boolean isByLead() {
        return role == Invitee.Role.LEAD;
    }

    /** Whoever does not wait at all waits for no time. */
    Duration pauseBefore(TurnOf next) {
        return next.from.isBefore(to) ? Duration.ZERO : Duration.between(to, next.from);
    }
}
