package dev.parley.command.meeting;

import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;

import dev.parley.api.calendar.KnownBusyTimes;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.command.AppointmentSettings;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import dev.parley.command.Reservations;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** The controller of a meeting that Bob hosts, at a counter of its own. */
final class AtTheMeetingDesk {
    private AtTheMeetingDesk() {}

    /** Bob agreed to meet next Tuesday. */
    static RecordedCommands recorded() {
        return new RecordedCommands()
                .answering(ConfirmMeeting.class, agreed(nextTuesday9amBerlin(), MeetingStatus.SCHEDULED));
    }

    static Counter with(RecordedCommands recorded) {
        return with(recorded, new KnownBusyTimes());
    }

    static Counter with(RecordedCommands recorded, KnownBusyTimes elsewhere) {
        return Counter.of(new MeetingController(
                recorded.commands(), scheduling(recorded, elsewhere), Clock.fixed(now, ZoneOffset.UTC)));
    }

    static Scheduling scheduling(RecordedCommands recorded, KnownBusyTimes elsewhere) {
        var settings = new AppointmentSettings(Duration.ofMinutes(2), Duration.ofDays(30));
        return new Scheduling(recorded.commands(), new Reservations(recorded.commands(), elsewhere, settings));
    }

    static MoveByLink movesByLink(RecordedCommands recorded, KnownBusyTimes elsewhere) {
        var settings = new AppointmentSettings(Duration.ofMinutes(2), Duration.ofDays(30));
        return new MoveByLink(recorded.commands(), new Reservations(recorded.commands(), elsewhere, settings));
    }

    static Agreed agreed(MeetingTime time, MeetingStatus status) {
        return new Agreed("bob", "Discovery call", time, "discovery", status);
    }
}
