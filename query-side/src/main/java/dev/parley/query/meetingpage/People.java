package dev.parley.query.meetingpage;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent.InviteeResponded;
import dev.parley.api.meeting.MeetingEvent.NewTimeProposed;
import dev.parley.api.meeting.MeetingQuery.InviteeLine;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.ProposedTime;
import dev.parley.api.meeting.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Who is invited, and who came: the host and the interviewer are not invited, but listed once they have been in the room. */
record People(List<InviteeLine> lines) {

    static People invited(List<Invitee> invitees) {
        return invitees.stream().reduce(new People(List.of()), People::with, (one, _) -> one);
    }

    People with(Invitee invitee) {
        return without(invitee.participantId())
                .and(new InviteeLine(
                        invitee.participantId(), invitee.name(), invitee.email(), invitee.role(), false, false));
    }

    People without(ParticipantId id) {
        return new People(
                lines.stream().filter(line -> !line.participantId().equals(id)).toList());
    }

    People joined(Participant who) {
        return knows(who.participantId())
                ? inRoom(who.participantId(), true)
                : and(new InviteeLine(who.participantId(), who.name(), "", who.role(), true, false));
    }

    People left(ParticipantId id) {
        return inRoom(id, false);
    }

    People allLeft() {
        return new People(lines.stream().map(line -> inRoom(line, false)).toList());
    }

    People consented(ParticipantId id, boolean given) {
        return change(id, line -> seen(line, line.inRoom(), given));
    }

    People responded(InviteeResponded event) {
        return change(
                event.participantId(),
                line -> heard(line, Optional.of(event.response()), Optional.of(event.stamp()), Optional.empty()));
    }

    People proposed(NewTimeProposed event) {
        return change(
                event.participantId(),
                line -> heard(line, line.response(), line.respondedAt(), Optional.of(event.proposed())));
    }

    People decided(ParticipantId id) {
        return change(id, line -> heard(line, line.response(), line.respondedAt(), Optional.empty()));
    }

    /** A yes to another time is none to the one that stands now. */
    People askedAgain() {
        return new People(lines.stream()
                .map(line -> heard(line, Optional.empty(), Optional.empty(), Optional.empty()))
                .toList());
    }

    private People inRoom(ParticipantId id, boolean inRoom) {
        return change(id, line -> inRoom(line, inRoom));
    }

    private static InviteeLine inRoom(InviteeLine line, boolean inRoom) {
        return seen(line, inRoom, line.consented());
    }

    private static InviteeLine seen(InviteeLine line, boolean inRoom, boolean consented) {
        return new InviteeLine(
                line.participantId(),
                line.name(),
                line.email(),
                line.role(),
                inRoom,
                consented,
                line.response(),
                line.respondedAt(),
                line.proposal());
    }

    private static InviteeLine heard(
            InviteeLine line, Optional<Response> response, Optional<Instant> at, Optional<ProposedTime> proposal) {
        return new InviteeLine(
                line.participantId(),
                line.name(),
                line.email(),
                line.role(),
                line.inRoom(),
                line.consented(),
                response,
                at,
                proposal);
    }

    private boolean knows(ParticipantId id) {
        return lines.stream().anyMatch(line -> line.participantId().equals(id));
    }

    private People and(InviteeLine line) {
        return new People(Stream.concat(lines.stream(), Stream.of(line)).toList());
    }

    private People change(ParticipantId id, UnaryOperator<InviteeLine> change) {
        return new People(lines.stream()
                .map(line -> line.participantId().equals(id) ? change.apply(line) : line)
                .toList());
    }
}
