package dev.parley.command.benchmark;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.benchmarks.append.Story;
import dev.parley.command.CommandSide;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The smallest aggregate that decides: it counts what was said. Remembered and addressed as all of the command side's are. */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY) // for its snapshots
public class Conversation {
    private static final int MOST = 100_000;

    @AggregateIdentifier
    private MeetingId meetingId;

    private int said;

    public Conversation() {}

    /** Says one more thing. */
    public record Say(@TargetAggregateIdentifier MeetingId meetingId, Actor by, Instant at) implements Command {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public @Nullable Long handle(Say command) {
        if (said == MOST) throw new IllegalStateException("enough was said");
        apply(Story.recorded(command.meetingId(), said));
        return getVersion();
    }

    @EventSourcingHandler
    public void on(SegmentRecorded event) {
        meetingId = event.meetingId();
        said++;
    }
}
