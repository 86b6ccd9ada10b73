package dev.parley.signaling.room;

import dev.parley.api.Event;
import dev.parley.api.interview.InterviewEvent;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.transcript.TranscriptEvent;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Facts from the log, on every node, from now on: rooms live in memory and show the present. */
@ProcessingGroup("rooms")
public final class WhenMeetingGoesOnThenTellItsRoom {
    private static final Logger LOG = LoggerFactory.getLogger(WhenMeetingGoesOnThenTellItsRoom.class);

    private final Rooms rooms;

    public WhenMeetingGoesOnThenTellItsRoom(Rooms rooms) {
        this.rooms = rooms;
    }

    @EventHandler
    void on(MeetingEvent event) {
        attempt(event, () -> rooms.happened(event));
    }

    @EventHandler
    void on(InterviewEvent event) {
        attempt(event, () -> rooms.happened(event));
    }

    @EventHandler
    void on(TranscriptEvent event) {
        attempt(event, () -> rooms.happened(event));
    }

    /** A room that stumbles over one fact must not keep all others from hearing theirs. */
    private static void attempt(Event event, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException broken) {
            LOG.error("A room could not take in {}", event.getClass().getSimpleName(), broken);
        }
    }
}
