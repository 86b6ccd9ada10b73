package dev.parley.query.meetingpage;

import dev.parley.api.meeting.MeetingEvent.EntryChosen;
import dev.parley.api.meeting.MeetingEvent.HandLowered;
import dev.parley.api.meeting.MeetingEvent.HandRaised;
import dev.parley.api.meeting.MeetingEvent.Moderation;
import dev.parley.api.meeting.MeetingEvent.ParticipantAdmitted;
import dev.parley.api.meeting.MeetingEvent.ParticipantDenied;
import dev.parley.api.meeting.MeetingEvent.ParticipantMuted;
import dev.parley.api.meeting.MeetingEvent.ParticipantRemoved;
import dev.parley.api.meeting.MeetingEvent.RoomLocked;
import dev.parley.api.meeting.MeetingEvent.RoomUnlocked;
import dev.parley.api.meeting.MeetingQuery.Door;
import dev.parley.api.meeting.ParticipantId;
import java.util.List;
import java.util.stream.Stream;

/** What the door of a meeting looks like after what hosts decided and people asked for. */
final class Doors {
    private Doors() {}

    static Door after(Moderation event, Door door) {
        return switch (event) {
            case EntryChosen e -> new Door(e.entry(), door.locked(), door.hands());
            case RoomLocked _ -> new Door(door.entry(), true, door.hands());
            case RoomUnlocked _ -> new Door(door.entry(), false, door.hands());
            case HandRaised e -> raising(e.participantId(), door);
            case HandLowered e -> lowering(e.participantId(), door);
            case ParticipantAdmitted _, ParticipantDenied _, ParticipantRemoved _, ParticipantMuted _ -> door;
        };
    }

    static Door lowering(ParticipantId who, Door door) {
        return new Door(door.entry(), door.locked(), others(who, door).toList());
    }

    private static Door raising(ParticipantId who, Door door) {
        List<ParticipantId> hands =
                Stream.concat(others(who, door), Stream.of(who)).toList();
        return new Door(door.entry(), door.locked(), hands);
    }

    private static Stream<ParticipantId> others(ParticipantId who, Door door) {
        return door.hands().stream().filter(hand -> !hand.equals(who));
    }
}
