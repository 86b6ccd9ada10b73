package dev.parley.api.feed;

import dev.parley.api.AnsweringEvent;
import dev.parley.api.Event;
import dev.parley.api.TenantId;
import dev.parley.api.feed.FeedCommand.Opened;
import java.util.UUID;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a calendar feed. */
public sealed interface FeedEvent extends Event {
    FeedId feedId();

    /** @param secretHash hex SHA-256 of what the address carries */
    @Revision("1")
    record FeedOpened(FeedId feedId, TenantId tenant, String userId, UUID seed, String secretHash)
            implements FeedEvent, AnsweringEvent {
        @Override
        public Opened answer(long version) {
            return new Opened(seed, version);
        }
    }

    @Revision("1")
    record FeedClosed(FeedId feedId) implements FeedEvent {}
}
