package dev.parley.signaling.room;

import dev.parley.api.meeting.MeetingId;
import java.util.List;
import java.util.function.Consumer;

/** Opens a way for media for each room; the port that a media server would be plugged into. */
public interface MediaPlanes {

    /** @param later takes what is to be told when nobody in the room has just said anything: a server has candidates of its own */
    MediaPlane open(MeetingId meetingId, Consumer<List<Delivery>> later);

    /** Everybody with everybody, up to so many. */
    static MediaPlanes meshOf(int size) {
        return (_, _) -> new Mesh(size);
    }
}
