package dev.parley.signaling.room;

import static dev.parley.api.meeting.MeetingRefusal.HOST_ADMITS;
import static dev.parley.api.meeting.MeetingRefusal.NOT_OPEN_YET;
import static dev.parley.api.meeting.MeetingRefusal.ROOM_LOCKED;

import dev.parley.api.Refusal;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ServerFrame;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who asked to come in and must wait.
 *
 * @param id of the frame by which they asked
 * @param tryAgain asks the meeting once more; what comes of it, it sees to itself
 */
public record Waiter(
        Attendee who,
        MeetingPage page,
        ServerFrame.WaitingFor what,
        Instant since,
        long id,
        Wire wire,
        Runnable tryAgain) {

    /** Whether a refusal to let somebody in only means: not yet. */
    public static Optional<ServerFrame.WaitingFor> reasonIn(Refusal refusal) {
        if (refusal == NOT_OPEN_YET) return Optional.of(ServerFrame.WaitingFor.NOT_OPEN_YET);
        if (refusal == HOST_ADMITS) return Optional.of(ServerFrame.WaitingFor.HOST_ADMITS);
        if (refusal == ROOM_LOCKED) return Optional.of(ServerFrame.WaitingFor.LOCKED);
        return Optional.empty();
    }

    ParticipantId participantId() {
        return who.id();
    }

    Waiter since(Instant earlier) {
        return new Waiter(who, page, what, earlier, id, wire, tryAgain);
    }

    ServerFrame.Knock knock() {
        var person = who.participant();
        return new ServerFrame.Knock(person.participantId(), person.name(), person.role(), since);
    }
}
