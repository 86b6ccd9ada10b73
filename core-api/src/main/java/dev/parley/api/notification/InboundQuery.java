package dev.parley.api.notification;

import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What people ask about the mail that came back, and the answers' shapes. */
public sealed interface InboundQuery {

    /**
     * One letter that came to the meetings' mailbox.
     *
     * @param reason why it was not taken, as a code; empty where it was
     */
    record InboundLine(
            UUID id,
            Instant receivedAt,
            String from,
            String subject,
            Verdict verdict,
            String reason,
            Optional<MeetingId> meetingId)
            implements InboundQuery {}

    /** What became of it. Only the first two, a bounce and a complaint have changed anything. */
    enum Verdict {
        ACCEPTED,
        /** It was a wish that cannot be granted, and its sender was told so. */
        DECLINED,
        /** It says nothing that is news to us. */
        IGNORED,
        /** It would change something, but not from this sender: a person should look. */
        QUARANTINED,
        /** Nobody here can read it. */
        PARKED,
        BOUNCE,
        COMPLAINT
    }
}
