package dev.parley.infra.eventlog;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;

/** An event as it is stored, in the log or among the dead letters, in the shape that the framework reads. */
interface StoredEvent extends TrackedEventData<byte[]>, DomainEventData<byte[]> {}
