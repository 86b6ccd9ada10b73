package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.NOT_DISCLOSED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_IN_ROOM;
import static dev.parley.api.meeting.MeetingRefusal.NO_CONSENT;
import static dev.parley.api.transcript.TranscriptRefusal.SPEAKER_NOT_IN_MEETING;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Refused;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.command.Speakers.Speaker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who came, who is in the room now, and who agreed to be transcribed and so may be heard. */
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

    boolean hostIsPresent() {
        return present.stream()
                .map(came::get)
                .anyMatch(participant -> participant != null && participant.role() == Role.HOST);
    }

    /** Whoever came and agreed may be heard; the interviewer once it has said what it is. */
    Speaker speaker(ParticipantId participant, boolean disclosed) {
        var speaker = came.get(participant);
        if (speaker == null) throw new Refused(SPEAKER_NOT_IN_MEETING, "speaker");
        var isInterviewer = speaker.role() == Role.INTERVIEWER;
        if (isInterviewer && !disclosed) throw new Refused(NOT_DISCLOSED);
        if (!isInterviewer && !agrees(participant)) throw new Refused(NO_CONSENT);
        return new Speaker(speaker.name(), speaker.role());
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
