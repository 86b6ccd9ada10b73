package dev.parley.signaling.room;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.ClientFrame;
import java.util.List;

/**
 * How media gets from one to the others in one room. A {@link Mesh} connects every pair; a media server would be the one peer of
 * everybody (docs/decisions/0035-the-seam-for-a-media-server.md). Guarded by its room's lock.
 */
public interface MediaPlane {

    boolean has(ParticipantId who);

    boolean isFull();

    /** @param order of joining the room: the later of two is polite */
    List<Delivery> connect(ParticipantId who, int order);

    List<Delivery> disconnect(ParticipantId who);

    /** Whether media may flow between these two just now. */
    boolean connects(ParticipantId one, ParticipantId other);

    /** Hands one step on to the other side, if it is of the attempt that is under way. */
    List<Delivery> relay(ParticipantId from, long id, ClientFrame.Negotiation step);
}
