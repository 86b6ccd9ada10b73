package dev.parley.signaling.minutes;

import dev.parley.api.Command;
import dev.parley.api.meeting.ModerationCommand.AdmitParticipant;
import dev.parley.api.meeting.ModerationCommand.DenyParticipant;
import dev.parley.api.meeting.ModerationCommand.LockRoom;
import dev.parley.api.meeting.ModerationCommand.MuteParticipant;
import dev.parley.api.meeting.ModerationCommand.RemoveParticipant;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.room.Attendee;
import java.time.Instant;
import java.util.Optional;

/** What a host's frame asks of the meeting. */
final class Rulings {
    private Rulings() {}

    static Optional<Command> of(ClientFrame.Moderation frame, Attendee host, Instant now) {
        var meeting = host.meetingId();
        var by = host.by();
        return Optional.ofNullable(
                switch (frame) {
                    case ClientFrame.Admit(var who) -> new AdmitParticipant(meeting, by, now, who);
                    case ClientFrame.Deny(var who) -> new DenyParticipant(meeting, by, now, who);
                    case ClientFrame.Mute(var who, var force) -> new MuteParticipant(meeting, by, now, who, force);
                    case ClientFrame.Remove(var who, var ban) -> new RemoveParticipant(meeting, by, now, who, ban);
                    case ClientFrame.Lock(var locked) -> new LockRoom(meeting, by, now, locked);
                    // Spelled out by the room, which knows who waits.
                    case ClientFrame.AdmitAll() -> null;
                });
    }
}
