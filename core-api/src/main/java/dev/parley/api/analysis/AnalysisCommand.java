package dev.parley.api.analysis;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.SegmentId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything an analysis can be asked to do. */
public sealed interface AnalysisCommand extends Command {
    AnalysisId analysisId();

    /**
     * Keeps what was read out of a segment. Sending it again changes nothing.
     *
     * @param text the words it was read out of
     */
    record NoteReading(
            @TargetAggregateIdentifier AnalysisId analysisId,
            MeetingId meetingId,
            Actor by,
            Instant at,
            SegmentId segmentId,
            String text,
            Reading reading)
            implements AnalysisCommand {
        public NoteReading {
            reading.mustFit(text);
        }
    }
}
