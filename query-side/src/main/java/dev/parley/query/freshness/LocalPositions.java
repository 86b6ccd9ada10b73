package dev.parley.query.freshness;

import java.util.Collection;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the processors of this node, which are right to the event; one that runs elsewhere counts as having reached nothing. */
@Component
final class LocalPositions implements ViewPositions {
    private static final long NOTHING = -1;

    private final ObjectProvider<Configuration> axon;

    /** Asked for late: processors are built from handlers, and a filter is needed before. */
    LocalPositions(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    @Override
    public long reached() {
        return axon.getObject().eventProcessingConfiguration().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .filter(processor -> processor.getName().startsWith("view."))
                .mapToLong(processor -> slowest(processor.processingStatus().values()))
                .min()
                .orElse(NOTHING);
    }

    static long slowest(Collection<EventTrackerStatus> segments) {
        if (partOfAll(segments) < 1) return NOTHING;
        return segments.stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(NOTHING))
                .min()
                .orElse(NOTHING);
    }

    /** A segment with n bits in its mask handles one part in 2^n of all events. */
    private static double partOfAll(Collection<EventTrackerStatus> segments) {
        return segments.stream()
                .mapToDouble(segment -> 1.0 / (segment.getSegment().getMask() + 1.0))
                .sum();
    }
}
