package dev.parley.api.meeting;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.ShapeRefusal;
import java.time.Duration;
import java.time.Instant;

/**
 * When somebody would rather meet.
 *
 * @param sequence of the document that this answers
 * @param stamp when the proposal was made
 */
public record ProposedTime(Instant start, Instant end, int sequence, Instant stamp, String comment) {
    private static final Duration LONGEST = Duration.ofDays(1);

    public ProposedTime {
        if (!end.isAfter(start)) throw new Refused(ShapeRefusal.ENDS_BEFORE_IT_STARTS, "end");
        if (end.isAfter(start.plus(LONGEST))) throw new Refused(ShapeRefusal.MALFORMED_NUMBER, "end");
        comment = Shape.optionalLine("comment", comment, Shape.SENTENCE);
    }
}
