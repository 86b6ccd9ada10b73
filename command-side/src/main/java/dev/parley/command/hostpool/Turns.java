package dev.parley.command.hostpool;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.hostpool.PoolMember;
import dev.parley.api.meeting.MeetingId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who had how many meetings lately. The next goes to whoever would then have least for their weight. Pure. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Turns {
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int REMEMBERED = 2_000;
    private static final int TOLD = 10;

    private Map<MeetingId, Turn> taken = new LinkedHashMap<>();

    record Turn(String hostId, Instant at) {}

    /** Of equals, the one whose last turn is longest ago, then the one who was named first. */
    PoolMember next(List<PoolMember> free, Instant now) {
        return free.stream()
                .min(comparingDouble((PoolMember member) -> share(member, now)).thenComparing(comparing(this::last)))
                .orElseThrow();
    }

    String reason(PoolMember next, List<PoolMember> free, Instant now) {
        var standings = free.stream()
                .limit(TOLD)
                .map(member -> member.name() + " " + had(member, now) + " (weight " + member.weight() + ")")
                .collect(Collectors.joining(", "));
        var more = free.size() > TOLD ? ", and " + (free.size() - TOLD) + " more" : "";
        return next.name() + "'s turn. Within 30 days: " + standings + more;
    }

    Optional<String> of(MeetingId meeting) {
        return Optional.ofNullable(taken.get(meeting)).map(Turn::hostId);
    }

    void take(MeetingId meeting, String hostId, Instant at) {
        taken.remove(meeting);
        taken.put(meeting, new Turn(hostId, at));
        var oldest = taken.entrySet().iterator();
        while (oldest.hasNext()) {
            var turn = oldest.next().getValue();
            if (taken.size() <= REMEMBERED && turn.at().isAfter(at.minus(LATELY))) break;
            oldest.remove();
        }
    }

    void giveBack(MeetingId meeting) {
        taken.remove(meeting);
    }

    private double share(PoolMember member, Instant now) {
        return (had(member, now) + 1.0) / member.weight();
    }

    private long had(PoolMember member, Instant now) {
        return taken.values().stream()
                .filter(turn -> turn.hostId().equals(member.hostId()))
                .filter(turn -> turn.at().isAfter(now.minus(LATELY)))
                .count();
    }

    private Instant last(PoolMember member) {
        return taken.values().stream()
                .filter(turn -> turn.hostId().equals(member.hostId()))
                .map(Turn::at)
                .reduce(Instant.EPOCH, (_, later) -> later);
    }
}
