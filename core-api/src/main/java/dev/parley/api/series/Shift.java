package dev.parley.api.series;

import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** By how much a series moves: as many days and hours of the clock for every meeting, whatever the offsets do. */
public record Shift(Duration clock, ZoneId zone, Duration lasting) {

    public static Shift between(MeetingTime before, MeetingTime after) {
        return new Shift(Duration.between(before.localStart(), after.localStart()), after.zone(), after.duration());
    }

    public PlannedMeeting of(PlannedMeeting meeting) {
        var start = meeting.time().localStart().plus(clock);
        var time = new MeetingTime(start, zone, lasting, Optional.empty());
        return new PlannedMeeting(meeting.meetingId(), meeting.occurrence(), time);
    }
}
