package dev.parley.command;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;

/** Who may be heard in a meeting: asked by the transcript, answered by the meeting. */
public interface Speakers {

    /** The person behind the words, or a refusal: unknown meeting, never joined, no consent, or over for too long. */
    Speaker speaking(TenantId tenant, MeetingId meeting, ParticipantId participant, Instant at);

    /** Refuses a meeting that this tenant does not have. */
    void confirm(TenantId tenant, MeetingId meeting);

    /** Somebody whose words may be written down. */
    record Speaker(String name, Invitee.Role role) {}
}
