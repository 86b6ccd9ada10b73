package dev.parley.command.meeting;

import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import org.jspecify.annotations.Nullable;

/** What shall change about a meeting, as it comes from outside: what is absent stays. */
record RevisionBody(
        @Nullable String title,
        @Nullable String localStart,
        @Nullable String zone,
        @Nullable Integer durationMinutes,
        @Nullable String offset,
        @Nullable Boolean overrule) {

    boolean overrules() {
        return Boolean.TRUE.equals(overrule);
    }

    Agreed over(Agreed before) {
        return new Agreed(
                before.hostId(),
                title == null ? before.title() : Shape.line("title", title, Shape.TITLE),
                new TimeBody(localStart, zone, durationMinutes, offset).over(before.time()),
                before.meetingType(),
                before.status());
    }
}
