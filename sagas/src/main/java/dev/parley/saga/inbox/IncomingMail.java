package dev.parley.saga.inbox;

import dev.parley.api.meeting.Response;
import java.time.Instant;
import java.util.Optional;

/**
 * A letter that came back, as far as it says something to us. All of it is a stranger's claim.
 *
 * @param sender the mailbox that it says to come from
 * @param forged whether somebody who could know says that it does not
 */
public record IncomingMail(String sender, boolean forged, Content content) {

    public sealed interface Content {}

    /**
     * A calendar's answer to an invitation (RFC 5546 §3.2.3).
     *
     * @param uid of the calendar's entry, as we once wrote it
     * @param recurrence which one of a series; empty: all, or no series
     * @param attendee whose answer it claims to be
     */
    public record Reply(
            String uid,
            Optional<Instant> recurrence,
            String attendee,
            Response response,
            int sequence,
            Instant stamp,
            String comment)
            implements Content {}

    /** A calendar's wish for another time (RFC 5546 §3.2.7). */
    public record Counter(
            String uid,
            Optional<Instant> recurrence,
            String attendee,
            Instant start,
            Instant end,
            int sequence,
            Instant stamp,
            String comment)
            implements Content {}

    /**
     * A letter of ours that could not be delivered (RFC 3464).
     *
     * @param messageId of the letter of ours
     * @param status for instance {@code 5.1.1} (RFC 3463)
     */
    public record Bounce(String messageId, String status, String reason) implements Content {}

    /** A letter of ours that its reader called spam (RFC 5965). */
    public record Complaint(String messageId, String reason) implements Content {}

    /** @param reason why nobody here can read it, as a code */
    public record Unreadable(String reason) implements Content {}

    /** @param reason why it is not for us, as a code */
    public record Unrelated(String reason) implements Content {}
}
