package dev.parley.command.transcript;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.api.transcript.TranscriptEvent;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.command.Recollections;
import dev.parley.command.TranscriptSettings;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * The transcript streams. What this node remembers of one is taken without asking the log, which checks whatever is appended;
 * what is decided without appending is confirmed (see {@link Recollections}).
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
        var known = remembered.getIfPresent(id);
        if (known == null) return read(id);
        Recollections.ofThisCommand().note(id.toString(), known.version(), () -> remembered.invalidate(id));
        return known;
    }

    private Transcript read(TranscriptId id) {
        var transcript = new Transcript(id);
        events.readEvents(id.toString(), 0)
                .forEachRemaining(
                        event -> transcript.on((TranscriptEvent) event.getPayload(), event.getSequenceNumber()));
        remembered.put(id, transcript);
        return transcript;
    }

    /** The version of a transcript to which nothing is to be added. */
    Long unchanged(Transcript transcript) {
        Recollections.ofThisCommand().confirm(transcript.transcriptId().toString(), events);
        return transcript.version();
    }

    /** Appends, and remembers once it is stored; after a conflict with another node it is read anew. */
    Long append(Transcript transcript, TranscriptEvent event) {
        var id = transcript.transcriptId();
        var next = transcript.version() + 1;
        events.publish(new GenericDomainEventMessage<>(TYPE, id.toString(), next, event));
        var work = CurrentUnitOfWork.get();
        work.afterCommit(_ -> transcript.on(event, next));
        work.onRollback(_ -> remembered.invalidate(id));
        return next;
    }
}
