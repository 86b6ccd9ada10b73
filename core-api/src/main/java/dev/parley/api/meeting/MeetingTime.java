package dev.parley.api.meeting;

import static dev.parley.api.ShapeRefusal.DURATION_OUT_OF_RANGE;
import static dev.parley.api.ShapeRefusal.OFFSET_NOT_VALID_HERE;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.parley.api.Refused;
import dev.parley.api.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When people agreed to meet: the wall clock, its region, and how long in elapsed time. The instant is derived, never the
 * truth: a local time that does not exist moves later by the gap; one that happens twice means the first, unless the user
 * chose (RFC 5545 §3.3.5).
 */
public record MeetingTime(LocalDateTime localStart, ZoneId zone, Duration duration, Optional<ZoneOffset> chosenOffset) {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(8);

    public MeetingTime {
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0)
            throw new Refused(DURATION_OUT_OF_RANGE, "durationMinutes");
    }

    /** As somebody asks for it. Under the rules of later years the offset may be no longer one of this local time. */
    public static MeetingTime agreed(
            LocalDateTime localStart, ZoneId zone, Duration duration, Optional<ZoneOffset> chosenOffset) {
        var valid = zone.getRules().getValidOffsets(localStart);
        if (chosenOffset.isPresent() && !valid.contains(chosenOffset.get()))
            throw new Refused(OFFSET_NOT_VALID_HERE, "offset");
        return new MeetingTime(localStart, zone, duration, chosenOffset);
    }

    /** What was chosen for this time holds for another one too, if that happens twice as well and once at this offset. */
    public Optional<ZoneOffset> chosenFor(LocalDateTime other) {
        if (other.equals(localStart)) return chosenOffset;
        var offsets = zone.getRules().getValidOffsets(other);
        return chosenOffset.filter(chosen -> offsets.size() == 2 && offsets.contains(chosen));
    }

    /** An instant as the clocks of a region show it; a time that they show twice is the one that was meant. */
    public static MeetingTime at(Instant start, ZoneId zone, Duration duration) {
        var there = start.atZone(zone);
        var isTwice = zone.getRules().getValidOffsets(there.toLocalDateTime()).size() > 1;
        return new MeetingTime(
                there.toLocalDateTime(), zone, duration, isTwice ? Optional.of(there.getOffset()) : Optional.empty());
    }

    /** The same people's clock at another moment. */
    public MeetingTime movedTo(Instant start, Instant end) {
        return at(start, zone, Duration.between(start, end));
    }

    @JsonIgnore
    public Instant start() {
        return ZonedDateTime.ofLocal(localStart, zone, chosenOffset.orElse(null))
                .toInstant();
    }

    @JsonIgnore
    public Instant end() {
        return start().plus(duration);
    }

    @JsonIgnore
    public TimeSlot slot() {
        return new TimeSlot(start(), end());
    }
}
