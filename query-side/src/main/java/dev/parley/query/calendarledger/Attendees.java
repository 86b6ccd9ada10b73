package dev.parley.query.calendarledger;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.ParticipantId;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Everybody who was ever invited to a meeting: whoever is not any more still has it in their calendar until told. */
record Attendees(List<Attendee> all) {

    static Attendees invited(List<Invitee> invitees, int sequence, long position) {
        return new Attendees(invitees.stream()
                .map(invitee -> Attendee.invited(invitee, sequence, position))
                .toList());
    }

    Attendees with(Invitee invitee, int sequence, long position) {
        var others = all.stream().filter(one -> !one.participantId().equals(invitee.participantId()));
        return new Attendees(Stream.concat(others, Stream.of(Attendee.invited(invitee, sequence, position)))
                .toList());
    }

    /** Whoever is not invited any more was told so, and hears no more of it. */
    Attendees mustBeTold(int sequence, long position) {
        return change(Attendee::invited, one -> one.mustBeTold(sequence, position));
    }

    Attendees askedAgain(int sequence) {
        return change(Attendee::invited, one -> one.askedAgain(sequence));
    }

    Attendees one(ParticipantId id, UnaryOperator<Attendee> change) {
        return change(one -> one.participantId().equals(id), change);
    }

    private Attendees change(Predicate<Attendee> which, UnaryOperator<Attendee> change) {
        return new Attendees(all.stream()
                .map(one -> which.test(one) ? change.apply(one) : one)
                .toList());
    }
}
