package dev.parley.infra.store.rebuild;

import dev.parley.infra.eventlog.TenantLie;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotationUtils;

/** The same beans that keep the live view, told that what they hear is a replay: so they hint at nothing. */
final class Projections {
    private static final GlobalSequenceTrackingToken EVERYTHING = new GlobalSequenceTrackingToken(Long.MAX_VALUE);

    private final List<EventMessageHandler> handlers;

    private Projections(List<EventMessageHandler> handlers) {
        this.handlers = handlers;
    }

    static Projections of(String processor, ListableBeanFactory beans, Configuration axon) {
        var found = beans.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .filter(bean -> processor.equals(groupOf(bean)))
                .<EventMessageHandler>map(bean -> new AnnotationEventHandlerAdapter(
                        bean,
                        axon.parameterResolverFactory(),
                        // Without the enhancers of live processing: a savepoint per event is of no use here.
                        ClasspathHandlerDefinition.forClass(bean.getClass())))
                .toList();
        if (found.isEmpty())
            throw new CannotRebuild("There is no view " + processor + "; there are " + String.join(", ", names(beans)));
        return new Projections(found);
    }

    private static List<String> names(ListableBeanFactory beans) {
        return beans.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .map(Projections::groupOf)
                .filter(group -> group.startsWith("view."))
                .distinct()
                .sorted()
                .toList();
    }

    private static String groupOf(Object bean) {
        var group = AnnotationUtils.findAnnotation(bean.getClass(), ProcessingGroup.class);
        return group == null ? "" : group.value();
    }

    boolean want(EventMessage<?> event) {
        return handlers.stream().anyMatch(handler -> handler.canHandle(event));
    }

    void handle(TrackedEventMessage<?> event) throws Exception {
        TenantLie.refuse(event);
        var replayed = replayed(event);
        for (var handler : handlers) if (handler.canHandle(replayed)) handler.handle(replayed);
    }

    private static TrackedEventMessage<?> replayed(TrackedEventMessage<?> event) {
        return event.withTrackingToken(ReplayToken.createReplayToken(EVERYTHING, event.trackingToken()));
    }
}
