package dev.parley.command.meeting;

import static dev.parley.api.ShapeRefusal.OFFSET_NOT_VALID_HERE;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When to meet, as it comes from outside: anything may be missing or misshapen.
 *
 * @param offset chooses between the two instants of a local time that happens twice
 */
record TimeBody(
        @Nullable String localStart,
        @Nullable String zone,
        @Nullable Integer durationMinutes,
        @Nullable String offset) {

    MeetingTime time() {
        return MeetingTime.agreed(
                Shape.localTime("localStart", localStart),
                Shape.zone("zone", zone),
                Duration.ofMinutes(Shape.present("durationMinutes", durationMinutes)),
                chosen());
    }

    /** What is absent stays as it was. A choice between two instants stays while there are these two to choose from. */
    MeetingTime over(MeetingTime before) {
        var start = localStart == null ? before.localStart() : Shape.localTime("localStart", localStart);
        var region = zone == null ? before.zone() : Shape.zone("zone", zone);
        var lasting = durationMinutes == null ? before.duration() : Duration.ofMinutes(durationMinutes);
        var still = region.equals(before.zone()) ? before.chosenFor(start) : Optional.<ZoneOffset>empty();
        if (offset == null) return new MeetingTime(start, region, lasting, still);
        return MeetingTime.agreed(start, region, lasting, chosen());
    }

    private Optional<ZoneOffset> chosen() {
        return Optional.ofNullable(offset).map(TimeBody::offset);
    }

    private static ZoneOffset offset(String text) {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw new Refused(OFFSET_NOT_VALID_HERE, "offset");
        }
    }
}
