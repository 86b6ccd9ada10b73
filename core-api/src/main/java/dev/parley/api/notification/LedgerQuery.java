package dev.parley.api.notification;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.Response;
import dev.parley.api.notification.NotificationQuery.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people ask about attendees' calendars, and the answers' shapes. */
public sealed interface LedgerQuery {

    /**
     * What was sent about one meeting, and what came back.
     *
     * @param uid under which calendars keep it; of the series, if it is one of a series
     * @param sequence of the meeting as it is now
     */
    record CalendarLedger(MeetingId meetingId, String uid, int sequence, List<LedgerAttendee> attendees, long version)
            implements LedgerQuery {}

    /**
     * @param invited whether they still are
     * @param shownSequence of the newest document that their calendar can be thought to have; empty: none
     * @param repairOffered whether telling this calendar once more may help
     * @param entries newest first
     * @param reply the newest, to whichever document
     */
    record LedgerAttendee(
            ParticipantId participantId,
            String name,
            String email,
            boolean invited,
            Shows shows,
            String explanation,
            Optional<Integer> shownSequence,
            boolean repairOffered,
            List<LedgerEntry> entries,
            Optional<LedgerReply> reply) {}

    /**
     * One letter that speaks to calendars.
     *
     * @param documentHash empty while it has not been sent
     * @param answer of the mail server, in its words
     */
    record LedgerEntry(
            NotificationId notificationId,
            NotificationKind kind,
            int sequence,
            State state,
            String documentHash,
            String answer,
            String messageId,
            Instant at) {}

    /** @param sequence of the document that was answered */
    record LedgerReply(Response response, int sequence, String comment, Instant at) {}

    /** What an attendee's calendar shows now, as far as anybody can know who cannot look. */
    enum Shows {
        NOTHING,
        CURRENT,
        OUTDATED,
        CANCELLED,
        /** A mail server's answer was lost. */
        UNSURE,
        DECLINED
    }
}
