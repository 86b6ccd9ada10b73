package dev.parley.command.transcript;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.command.TranscriptSettings;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * The transcript streams. What this node remembers of one is only ever a beginning of it, because streams only grow: it is
 * brought up to date by reading what came after, so another node's words are seen too.
 */
@Component
class Transcripts {
    private static final String TYPE = "Transcript";

    private final EventStore events;
    private final Cache<TranscriptId, Transcript> remembered;
    private final LockFactory locks = PessimisticLockFactory.usingDefaults();

    Transcripts(EventStore events, TranscriptSettings settings) {
        this.events = events;
        this.remembered =
                Caffeine.newBuilder().maximumSize(settings.remembered()).build();
    }

    /** The transcript as it stands, for this unit of work alone on this node. */
    Transcript open(TranscriptId id) {
        var lock = locks.obtainLock(id.toString());
        CurrentUnitOfWork.get().onCleanup(_ -> lock.release());
        var transcript = remembered.get(id, Transcript::new);
        events.readEvents(id.toString(), transcript.version() + 1)
                .forEachRemaining(
                        event -> transcript.on((TranscriptEvent) event.getPayload(), event.getSequenceNumber()));
        return transcript;
    }

    /** Appends, and remembers once it is stored; a conflict with another node or a rollback leaves the memory as it was. */
    Long append(Transcript transcript, TranscriptEvent event) {
        var next = transcript.version() + 1;
        events.publish(
                new GenericDomainEventMessage<>(TYPE, transcript.transcriptId().toString(), next, event));
        CurrentUnitOfWork.get().afterCommit(_ -> transcript.on(event, next));
        return next;
    }
}
