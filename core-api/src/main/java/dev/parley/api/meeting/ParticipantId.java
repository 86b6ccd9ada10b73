package dev.parley.api.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.api.Ids;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Names a person, or the interviewer, within one meeting. */
public record ParticipantId(@JsonValue UUID value) {
    @JsonCreator
    public static ParticipantId of(String text) {
        return new ParticipantId(UUID.fromString(text));
    }

    public static ParticipantId next(Instant now) {
        return new ParticipantId(Ids.next(now));
    }

    /** The interviewer of a meeting keeps its id, whichever node it sits on. */
    public static ParticipantId interviewerOf(MeetingId meeting) {
        return new ParticipantId(Ids.named("interviewer", meeting));
    }

    /** A user of the sales team in a meeting, the same however often they join. */
    public static ParticipantId ofUser(MeetingId meeting, String userId) {
        return new ParticipantId(Ids.named("participant", meeting, userId));
    }

    /** A guest or lead in a meeting: one address is one person. */
    public static ParticipantId ofInvitee(MeetingId meeting, String email) {
        return new ParticipantId(Ids.named("invitee", meeting, email.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
