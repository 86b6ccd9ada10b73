package dev.parley.signaling.backplane;

import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ServerFrame;
import java.util.UUID;
import reactor.core.publisher.Flux;

/**
 * Carries notices between nodes, soon and at most once: whoever misses one must still be right, only later. Telling never waits,
 * and a slow listener loses notices rather than holding anybody up.
 */
public interface Backplane {

    void tell(Notice notice);

    /** Every notice of every node from now on, this one's included; those of one node in the order they were told. */
    Flux<Notice> heard();

    sealed interface Notice {
        /** Which node tells it. */
        UUID node();

        MeetingId meetingId();
    }

    /** Somebody came in: whoever holds an older connection of the same person lets it go. */
    record SeatTaken(UUID node, MeetingId meetingId, ParticipantId participantId) implements Notice {}

    /** The meeting believes somebody to be in the room, but they are not with the node that asks. */
    record WhoHas(UUID node, MeetingId meetingId, ParticipantId participantId) implements Notice {}

    /** They are with this one; answers {@link WhoHas}. */
    record SeatHeld(UUID node, MeetingId meetingId, ParticipantId participantId) implements Notice {}

    /** Somebody waits to be let in; told again to whoever asks {@link WhoWaits}. */
    record Knocked(UUID node, MeetingId meetingId, ServerFrame.Knock knock) implements Notice {}

    /** And waits no longer, though they have not come in. */
    record KnockOver(UUID node, MeetingId meetingId, ParticipantId participantId) implements Notice {}

    /** A host has come. */
    record WhoWaits(UUID node, MeetingId meetingId) implements Notice {}
}
