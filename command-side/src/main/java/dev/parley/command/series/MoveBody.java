package dev.parley.command.series;

import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingTime;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** To when a meeting of a series moves, and all that follow: what is absent stays. */
record MoveBody(
        @Nullable String from,
        @Nullable String localStart,
        @Nullable String zone,
        @Nullable Integer durationMinutes,
        @Nullable Boolean overrule) {

    boolean overrules() {
        return Boolean.TRUE.equals(overrule);
    }

    MeetingTime over(MeetingTime before) {
        return new MeetingTime(
                localStart == null ? before.localStart() : Shape.localTime("localStart", localStart),
                zone == null ? before.zone() : Shape.zone("zone", zone),
                durationMinutes == null ? before.duration() : Duration.ofMinutes(durationMinutes),
                Optional.empty());
    }
}
