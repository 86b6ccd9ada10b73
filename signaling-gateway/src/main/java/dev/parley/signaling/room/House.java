package dev.parley.signaling.room;

import dev.parley.api.Refusal;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.MeetingEvent.Moderation;
import dev.parley.api.meeting.MeetingQuery.Door;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How hosts keep the room, from facts: whether it is locked, who was put out, whose hand is up. Pure. */
final class House {
    private final Map<ParticipantId, Refusal> out = new HashMap<>();
    private final Map<ParticipantId, Boolean> hands = new LinkedHashMap<>();
    private Optional<Boolean> locked = Optional.empty();

    boolean isLocked() {
        return locked.orElse(false);
    }

    boolean hasRaised(ParticipantId who) {
        return hands.getOrDefault(who, false);
    }

    /** Who asks for the floor, in the order they asked. */
    List<ParticipantId> queue() {
        return hands.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Why somebody may not be here; the meeting may have let them in a moment before a host decided otherwise. */
    Optional<Refusal> isOut(ParticipantId who) {
        return Optional.ofNullable(out.get(who));
    }

    /** Fills what this room has not heard itself. */
    void learn(Door door) {
        if (locked.isEmpty()) locked = Optional.of(door.locked());
        door.hands().forEach(hand -> hands.putIfAbsent(hand, true));
    }

    void left(ParticipantId who) {
        hands.put(who, false);
    }

    /** What everybody hears of it. */
    List<Letter> on(Moderation event) {
        return switch (event) {
            case RoomLocked _ -> lock(true);
            case RoomUnlocked _ -> lock(false);
            case HandRaised e -> hand(e.participantId(), true);
            case HandLowered e -> hand(e.participantId(), false);
            case ParticipantMuted e -> List.of(Letter.of(new ServerFrame.Mute(e.participantId(), e.forced(), e.by())));
            case ParticipantRemoved e -> putOut(e.participantId(), MeetingRefusal.REMOVED);
            case ParticipantDenied e -> putOut(e.participantId(), MeetingRefusal.DENIED);
            case ParticipantAdmitted e -> {
                out.remove(e.participantId());
                yield List.of();
            }
            case EntryChosen _ -> List.of();
        };
    }

    private List<Letter> lock(boolean now) {
        locked = Optional.of(now);
        return List.of(Letter.of(new ServerFrame.Lock(now)));
    }

    /** Raised anew, it is the last in the queue. */
    private List<Letter> hand(ParticipantId who, boolean raised) {
        hands.remove(who);
        hands.put(who, raised);
        return List.of(Letter.from(who, new ServerFrame.Hand(raised)));
    }

    private List<Letter> putOut(ParticipantId who, Refusal why) {
        out.put(who, why);
        hands.put(who, false);
        return List.of();
    }
}
