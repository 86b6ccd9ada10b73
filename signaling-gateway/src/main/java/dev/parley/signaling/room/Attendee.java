package dev.parley.signaling.room;

import dev.parley.api.Actor;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;

/** Somebody who may take part in one meeting, and as whom they act. */
public record Attendee(TenantId tenant, MeetingId meetingId, Participant participant, Actor by) {
    public boolean isHost() {
        return participant.role() == Invitee.Role.HOST;
    }

    public boolean isLead() {
        return participant.role() == Invitee.Role.LEAD;
    }

    public ParticipantId id() {
        return participant.participantId();
    }
}
