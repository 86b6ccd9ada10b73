package dev.parley.query.freshness;

import java.util.Collection;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where the views of this node stand in the log. */
@Component
final class ViewPositions {
    /** Before any event: nothing has been handled, or somebody else handles it. */
    private static final long NOWHERE = -1;

    private final ObjectProvider<EventProcessingConfiguration> processing;

    /** Asked for late: processors are built from handlers, and this is needed by a filter. */
    ViewPositions(ObjectProvider<EventProcessingConfiguration> processing) {
        this.processing = processing;
    }

    /** Every view has handled everything up to here. */
    long reached() {
        return processing.getObject().eventProcessors().values().stream()
                .filter(processor -> processor.getName().startsWith("view."))
                .map(processor -> processor instanceof StreamingEventProcessor streaming
                        ? Optional.of(streaming)
                        : Optional.<StreamingEventProcessor>empty())
                .flatMap(Optional::stream)
                .mapToLong(processor -> slowest(processor.processingStatus().values()))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** A segment that is not claimed here may be anywhere, so all of them must be. */
    private static long slowest(Collection<EventTrackerStatus> segments) {
        return together(segments) < 1
                ? NOWHERE
                : segments.stream()
                        .mapToLong(segment -> segment.getCurrentPosition().orElse(NOWHERE))
                        .min()
                        .orElse(NOWHERE);
    }

    /** How much of all events these segments handle: a mask with n bits stands for one part in 2^n. */
    private static double together(Collection<EventTrackerStatus> segments) {
        return segments.stream()
                .mapToDouble(segment -> 1.0 / (segment.getSegment().getMask() + 1.0))
                .sum();
    }
}
