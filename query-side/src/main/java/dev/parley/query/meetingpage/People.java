package dev.parley.query.meetingpage;

import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingQuery.InviteeLine;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import java.util.List;
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
        return change(
                id,
                line -> new InviteeLine(
                        line.participantId(), line.name(), line.email(), line.role(), line.inRoom(), given));
    }

    private People inRoom(ParticipantId id, boolean inRoom) {
        return change(id, line -> inRoom(line, inRoom));
    }

    private static InviteeLine inRoom(InviteeLine line, boolean inRoom) {
        return new InviteeLine(line.participantId(), line.name(), line.email(), line.role(), inRoom, line.consented());
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
