package dev.parley.saga.notification;

import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingEvent.ParticipantJoined;
import dev.parley.api.meeting.MeetingEvent.ParticipantLeft;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.saga.History.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Until when each person was in the room. */
record Attendance(Map<ParticipantId, Instant> lastSeen, Instant end) {

    static Attendance of(List<Fact<MeetingEvent>> history) {
        var lastSeen = new HashMap<ParticipantId, Instant>();
        var end = Instant.MAX;
        for (var fact : history) {
            if (fact.event() instanceof ParticipantJoined joined)
                lastSeen.put(joined.participant().participantId(), Instant.MAX);
            if (fact.event() instanceof ParticipantLeft left) lastSeen.replace(left.participantId(), fact.at());
            if (fact.event() instanceof MeetingEnded) end = fact.at();
        }
        return new Attendance(lastSeen, end);
    }

    /** Came, and was not gone for longer than this when it ended: who hangs up after the goodbye has stayed. */
    boolean stayed(ParticipantId person, Duration leftEarly) {
        var seen = lastSeen.getOrDefault(person, Instant.MIN);
        return seen.equals(Instant.MAX)
                || (seen.isAfter(Instant.MIN) && seen.plus(leftEarly).isAfter(end));
    }
}
