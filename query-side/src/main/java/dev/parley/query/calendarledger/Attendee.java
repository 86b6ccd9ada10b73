package dev.parley.query.calendarledger;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.notification.LedgerQuery.LedgerReply;
import java.util.Optional;

/**
 * Somebody who was ever invited, and since when their calendar must be told something.
 *
 * @param due from which sequence on a letter tells the calendar all that it must know
 * @param dueSince where in the log that was decided
 * @param asked the sequence of the time that stands
 */
record Attendee(
        ParticipantId participantId,
        String name,
        String email,
        boolean invited,
        int due,
        long dueSince,
        int asked,
        Optional<LedgerReply> reply) {

    static Attendee invited(Invitee invitee, int sequence, long position) {
        return new Attendee(
                invitee.participantId(),
                invitee.name(),
                invitee.email(),
                true,
                sequence,
                position,
                sequence,
                Optional.empty());
    }

    Attendee mustBeTold(int sequence, long position) {
        return new Attendee(participantId, name, email, invited, sequence, position, asked, reply);
    }

    /** A yes to another time is none to the one that stands now. */
    Attendee askedAgain(int sequence) {
        return new Attendee(participantId, name, email, invited, due, dueSince, sequence, reply);
    }

    Attendee gone() {
        return new Attendee(participantId, name, email, false, due, dueSince, asked, reply);
    }

    Attendee heard(LedgerReply newest) {
        return new Attendee(participantId, name, email, invited, due, dueSince, asked, Optional.of(newest));
    }
}
