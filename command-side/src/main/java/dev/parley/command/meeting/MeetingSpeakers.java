package dev.parley.command.meeting;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.command.Speakers;
import dev.parley.command.TranscriptSettings;
import java.time.Instant;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Asks the meeting itself, under its lock, so that a consent withdrawn a moment ago is already heard. */
@Component
class MeetingSpeakers implements Speakers {
    private final Repository<Meeting> meetings;
    private final TranscriptSettings settings;

    MeetingSpeakers(Repository<Meeting> meetings, TranscriptSettings settings) {
        this.meetings = meetings;
        this.settings = settings;
    }

    @Override
    public Speaker speaking(TenantId tenant, MeetingId meetingId, ParticipantId participant, Instant at) {
        return meetings.load(meetingId.toString()).invoke(meeting -> {
            meeting.confirm(tenant);
            return meeting.speaking(participant, at, settings.grace());
        });
    }

    @Override
    public void confirm(TenantId tenant, MeetingId meetingId) {
        meetings.load(meetingId.toString()).execute(meeting -> meeting.confirm(tenant));
    }
}
