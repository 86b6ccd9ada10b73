package dev.parley.api.floor;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.ShapeRefusal;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a floor can be asked to do. */
public sealed interface FloorCommand extends Command {
    int MOST_CHARACTERS = 20_000;

    FloorId floorId();

    /**
     * Keeps a part of what the floor was decided by. Sending it again changes nothing.
     *
     * @param begun when the recording that this is a part of began; after a node has died, another one begins anew
     * @param part of that recording, from 1
     * @param lines one input each, as the gateway's {@code Recording} writes them
     */
    record KeepFloor(
            @TargetAggregateIdentifier FloorId floorId,
            MeetingId meetingId,
            Actor by,
            Instant at,
            Instant begun,
            int part,
            String lines)
            implements FloorCommand {
        public KeepFloor {
            if (part < 1) throw new Refused(ShapeRefusal.MALFORMED_NUMBER, "part");
            lines = Shape.paragraphs("lines", lines, MOST_CHARACTERS);
        }
    }
}
