package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.HOST_IS_HERE;
import static dev.parley.api.meeting.MeetingRefusal.IN_ROOM_ALREADY;
import static dev.parley.api.meeting.MeetingRefusal.NOT_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.ROOM_LOCKED;
import static dev.parley.command.meeting.Oneself.mustBe;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.HandLowered;
import dev.parley.api.meeting.MeetingEvent.HandRaised;
import dev.parley.api.meeting.MeetingEvent.ParticipantAdmitted;
import dev.parley.api.meeting.MeetingEvent.ParticipantDenied;
import dev.parley.api.meeting.MeetingEvent.ParticipantLeft;
import dev.parley.api.meeting.MeetingEvent.ParticipantMuted;
import dev.parley.api.meeting.MeetingEvent.ParticipantRemoved;
import dev.parley.api.meeting.MeetingEvent.RoomLocked;
import dev.parley.api.meeting.MeetingEvent.RoomUnlocked;
import dev.parley.api.meeting.ModerationCommand;
import dev.parley.api.meeting.ModerationCommand.AdmitParticipant;
import dev.parley.api.meeting.ModerationCommand.DenyParticipant;
import dev.parley.api.meeting.ModerationCommand.LockRoom;
import dev.parley.api.meeting.ModerationCommand.MuteParticipant;
import dev.parley.api.meeting.ModerationCommand.RaiseHand;
import dev.parley.api.meeting.ModerationCommand.RemoveParticipant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.command.meeting.Door.Standing;
import java.util.List;

/** What comes of what hosts decide about their room; nothing, where it is so already. */
final class Order {
    private Order() {}

    static List<MeetingEvent> after(ModerationCommand command, MeetingFacts facts) {
        facts.life.mustNotBeOver();
        return switch (command) {
            case AdmitParticipant admit -> admitted(admit, knowing(admit.participantId(), facts));
            case DenyParticipant deny -> denied(deny, facts.door, knowing(deny.participantId(), facts).attendance);
            case RemoveParticipant remove ->
                removed(remove, facts.door, knowing(remove.participantId(), facts).attendance);
            case MuteParticipant mute -> muted(mute, knowing(mute.participantId(), facts).attendance);
            case LockRoom lock -> locked(lock, facts.door);
            case RaiseHand raise -> {
                mayRaise(raise);
                yield raised(raise, facts.door, facts.attendance);
            }
        };
    }

    /** Hosts keep order among those who are invited, not among themselves. */
    private static MeetingFacts knowing(ParticipantId guest, MeetingFacts facts) {
        facts.guests.mustKnow(guest);
        return facts;
    }

    private static List<MeetingEvent> admitted(AdmitParticipant command, MeetingFacts facts) {
        if (command.by().kind() == Actor.Kind.SYSTEM) mustBeLeftToUs(command, facts);
        if (facts.door.is(command.participantId(), Standing.ADMITTED)) return List.of();
        return List.of(new ParticipantAdmitted(command.meetingId(), command.participantId()));
    }

    /** Nobody is let in by a process if a host is there to decide, or has decided. */
    private static void mustBeLeftToUs(AdmitParticipant command, MeetingFacts facts) {
        if (command.at().isBefore(facts.arrangement.start())) throw new Refused(NOT_STARTED);
        if (facts.attendance.hostIsPresent()) throw new Refused(HOST_IS_HERE);
        if (facts.door.isLocked()) throw new Refused(ROOM_LOCKED);
        facts.door.mustNotBeOut(command.participantId());
    }

    private static List<MeetingEvent> denied(DenyParticipant command, Door door, Attendance attendance) {
        if (attendance.isPresent(command.participantId())) throw new Refused(IN_ROOM_ALREADY);
        // A ban says more than a denial, and stays.
        if (door.is(command.participantId(), Standing.DENIED) || door.is(command.participantId(), Standing.BANNED))
            return List.of();
        return List.of(new ParticipantDenied(command.meetingId(), command.participantId()));
    }

    private static List<MeetingEvent> removed(RemoveParticipant command, Door door, Attendance attendance) {
        var who = command.participantId();
        if (!attendance.isPresent(who) && door.is(who, command.ban() ? Standing.BANNED : Standing.REMOVED))
            return List.of();
        if (!command.ban()) attendance.mustBePresent(who);
        var removal = new ParticipantRemoved(command.meetingId(), who, command.ban());
        if (!attendance.isPresent(who)) return List.of(removal);
        return List.of(removal, new ParticipantLeft(command.meetingId(), who, "removed"));
    }

    private static List<MeetingEvent> muted(MuteParticipant command, Attendance attendance) {
        attendance.mustBePresent(command.participantId());
        var by = ParticipantId.ofUser(command.meetingId(), command.by().id());
        return List.of(new ParticipantMuted(command.meetingId(), command.participantId(), command.force(), by));
    }

    private static List<MeetingEvent> locked(LockRoom command, Door door) {
        if (door.isLocked() == command.locked()) return List.of();
        return List.of(command.locked() ? new RoomLocked(command.meetingId()) : new RoomUnlocked(command.meetingId()));
    }

    /** Everybody for themselves; but who has been given the floor need not ask for it any more. */
    private static void mayRaise(RaiseHand command) {
        if (command.by().kind() == Actor.Kind.AI && !command.raised()) return;
        mustBe(command.participantId(), command.by(), command.meetingId());
    }

    private static List<MeetingEvent> raised(RaiseHand command, Door door, Attendance attendance) {
        var who = command.participantId();
        attendance.mustBePresent(who);
        if (door.hasRaised(who) == command.raised()) return List.of();
        return List.of(
                command.raised()
                        ? new HandRaised(command.meetingId(), who)
                        : new HandLowered(command.meetingId(), who));
    }
}
