package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.DENIED;
import static dev.parley.api.meeting.MeetingRefusal.HOST_ADMITS;
import static dev.parley.api.meeting.MeetingRefusal.NOT_OPEN_YET;
import static dev.parley.api.meeting.MeetingRefusal.REMOVED;
import static dev.parley.api.meeting.MeetingRefusal.ROOM_LOCKED;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Refused;
import dev.parley.api.meeting.EntryPolicy;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who comes in by their invitation, who must wait, and who stays out, as hosts decided (ADR 0033). */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Door {
    private EntryPolicy entry = EntryPolicy.INVITED;
    private boolean locked;
    private Map<ParticipantId, Standing> standings = new HashMap<>();
    private Set<ParticipantId> hands = new HashSet<>();

    /** What a host decided last about somebody. */
    enum Standing {
        ADMITTED,
        DENIED,
        /** May ask again. */
        REMOVED,
        BANNED
    }

    EntryPolicy entry() {
        return entry;
    }

    boolean isLocked() {
        return locked;
    }

    boolean hasRaised(ParticipantId participant) {
        return hands.contains(participant);
    }

    boolean is(ParticipantId participant, Standing standing) {
        return standings.get(participant) == standing;
    }

    void mustBeOpenTo(Participant who, boolean lobbyIsOpen) {
        if (who.role() == Role.HOST) return;
        mustNotBeOut(who.participantId());
        if (is(who.participantId(), Standing.ADMITTED)) return;
        if (who.role() != Role.INTERVIEWER) mustNotHaveToAsk(who.participantId());
        if (!lobbyIsOpen) throw new Refused(NOT_OPEN_YET);
    }

    /** Whatever else would let them in. */
    void mustNotBeOut(ParticipantId who) {
        if (is(who, Standing.DENIED)) throw new Refused(DENIED);
        if (is(who, Standing.BANNED)) throw new Refused(REMOVED);
    }

    private void mustNotHaveToAsk(ParticipantId who) {
        if (locked) throw new Refused(ROOM_LOCKED);
        if (entry == EntryPolicy.HOST || is(who, Standing.REMOVED)) throw new Refused(HOST_ADMITS);
    }

    void on(Moderation event) {
        switch (event) {
            case EntryChosen chosen -> entry = chosen.entry();
            case ParticipantAdmitted admitted -> standings.put(admitted.participantId(), Standing.ADMITTED);
            case ParticipantDenied denied -> standings.put(denied.participantId(), Standing.DENIED);
            case ParticipantRemoved removed ->
                standings.put(removed.participantId(), removed.banned() ? Standing.BANNED : Standing.REMOVED);
            case ParticipantMuted _ -> {}
            case RoomLocked _ -> locked = true;
            case RoomUnlocked _ -> locked = false;
            case HandRaised raised -> hands.add(raised.participantId());
            case HandLowered lowered -> hands.remove(lowered.participantId());
        }
    }

    void on(ParticipantLeft left) {
        hands.remove(left.participantId());
    }
}
