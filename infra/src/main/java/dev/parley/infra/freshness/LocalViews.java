package dev.parley.infra.freshness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;

/** The views as this node's own processors keep them; right to the event, from memory. */
final class LocalViews {
    static final long NOTHING = -1;

    private final ObjectProvider<Configuration> axon;

    /** Asked for late: processors are built from handlers, and a filter is needed before. */
    LocalViews(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    /** @param parts those that this node has, with what each has handled and committed */
    record View(String name, Map<Part, Long> parts) {

        boolean isWhole() {
            return parts.keySet().stream().mapToDouble(Part::share).sum() >= 1;
        }

        long slowest() {
            return parts.values().stream().mapToLong(Long::longValue).min().orElse(NOTHING);
        }
    }

    /** Each view that there is, also one of which this node has no part. */
    List<View> all() {
        return axon.getObject().eventProcessingConfiguration().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .filter(processor -> processor.getName().startsWith("view."))
                .map(LocalViews::view)
                .toList();
    }

    private static View view(StreamingEventProcessor processor) {
        var parts = new HashMap<Part, Long>();
        for (var status : processor.processingStatus().values())
            parts.put(
                    Part.of(processor.getName(), status.getSegment()),
                    status.getCurrentPosition().orElse(NOTHING));
        return new View(processor.getName(), parts);
    }
}
