package dev.parley.command;

import dev.parley.api.Actor;
import dev.parley.api.Envelope;
import dev.parley.api.Ids;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.messaging.MetaData;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A request that its client gave an Idempotency-Key, on its way to the commands that it leads to. They get ids that the same
 * key of the same person leads to again, so the log itself takes each only once; and with them goes what the request said.
 */
final class NamedRequest {
    private final IdempotencyKey key;
    private final UUID meaning;
    private final AtomicInteger commands = new AtomicInteger();

    NamedRequest(IdempotencyKey key, UUID meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    static Optional<NamedRequest> in(ContextView context) {
        return context.getOrEmpty(NamedRequest.class);
    }

    Context addTo(Context context) {
        return context.put(NamedRequest.class, this);
    }

    /** For the command that the request is for; were there more, each would have a name of its own. */
    MetaData next(Actor by) {
        return name(by, commands.getAndIncrement());
    }

    /** The same name again, to ask what became of it. */
    MetaData first(Actor by) {
        return name(by, 0);
    }

    private MetaData name(Actor by, int number) {
        return MetaData.with(
                        Envelope.COMMAND_ID,
                        Ids.named("command", by.tenant(), by.id(), key.value(), number)
                                .toString())
                .and(Envelope.REQUEST_HASH, meaning.toString());
    }
}
