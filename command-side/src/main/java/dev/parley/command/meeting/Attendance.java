package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.NOT_IN_ROOM;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Refused;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who came, who is in the room now, and who agreed to be transcribed. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class Attendance {
    private Map<ParticipantId, Participant> came = new HashMap<>();
    private Set<ParticipantId> present = new HashSet<>();
    private Set<ParticipantId> agreed = new HashSet<>();

    void mustBePresent(ParticipantId participant) {
        if (!present.contains(participant)) throw new Refused(NOT_IN_ROOM);
    }

    boolean isPresent(ParticipantId participant) {
        return present.contains(participant);
    }

    boolean agrees(ParticipantId participant) {
        return agreed.contains(participant);
    }

    boolean leadCame() {
        return came.values().stream().anyMatch(participant -> participant.role() == Role.LEAD);
    }

    Optional<Participant> whoCame(ParticipantId participant) {
        return Optional.ofNullable(came.get(participant));
    }

    void enter(Participant participant) {
        came.putIfAbsent(participant.participantId(), participant);
        present.add(participant.participantId());
    }

    void leave(ParticipantId participant) {
        present.remove(participant);
    }

    void everybodyLeaves() {
        present.clear();
    }

    void agree(ParticipantId participant) {
        agreed.add(participant);
    }

    void disagree(ParticipantId participant) {
        agreed.remove(participant);
    }
}
