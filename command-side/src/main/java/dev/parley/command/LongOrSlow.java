package dev.parley.command;

import java.util.concurrent.RejectedExecutionException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Has a snapshot taken of what has grown by many events or was slow to load. Axon's trigger for slow loading counts the time
 * that an aggregate spends in memory as well, so that each later event would have one taken.
 */
class LongOrSlow implements SnapshotTriggerDefinition {
    private final Snapshotter snapshotter;
    private final SnapshotSettings settings;

    LongOrSlow(Snapshotter snapshotter, SnapshotSettings settings) {
        this.snapshotter = snapshotter;
        this.settings = settings;
    }

    @Override
    public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
        return new Growth(aggregateType);
    }

    private class Growth implements SnapshotTrigger {
        private final Class<?> aggregateType;
        private final long began = System.nanoTime();
        private @Nullable String stream;
        private int events;

        private Growth(Class<?> aggregateType) {
            this.aggregateType = aggregateType;
        }

        @Override
        public void eventHandled(EventMessage<?> message) {
            if (!(message instanceof DomainEventMessage<?> event)) return;
            stream = event.getAggregateIdentifier();
            if (++events >= settings.every()) take();
        }

        /** Not called for what is new. */
        @Override
        public void initializationFinished() {
            if (isSlow()) take();
        }

        private boolean isSlow() {
            return events > 0
                    && System.nanoTime() - began > settings.slowerThan().toNanos();
        }

        /** When the command is over, however it ended: what is taken is read from the log. */
        private void take() {
            events = 0;
            var name = stream;
            if (name == null) return;
            if (CurrentUnitOfWork.isStarted()) CurrentUnitOfWork.get().root().onCleanup(_ -> schedule(name));
            else schedule(name);
        }

        private void schedule(String name) {
            try {
                snapshotter.scheduleSnapshot(aggregateType, name);
            } catch (RejectedExecutionException enoughToDo) {
                // It is only a shortcut: the aggregate loads without it, and will ask again.
            }
        }
    }
}
