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
        return new MeetingTime(
                Shape.localTime("localStart", localStart),
                Shape.zone("zone", zone),
                Duration.ofMinutes(Shape.present("durationMinutes", durationMinutes)),
                Optional.ofNullable(offset).map(TimeBody::offset));
    }

    /** What is absent stays as it was. A choice between two instants ends with the local time that it was made for. */
    MeetingTime over(MeetingTime before) {
        var sameWallClock = localStart == null && zone == null;
        var chosen =
                sameWallClock ? before.chosenOffset().map(ZoneOffset::getId).orElse(null) : null;
        return new TimeBody(
                        localStart == null ? before.localStart().toString() : localStart,
                        zone == null ? before.zone().getId() : zone,
                        durationMinutes == null
                                ? Integer.valueOf((int) before.duration().toMinutes())
                                : durationMinutes,
                        offset == null ? chosen : offset)
                .time();
    }

    private static ZoneOffset offset(String text) {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw new Refused(OFFSET_NOT_VALID_HERE, "offset");
        }
    }
}
