package dev.parley.api.feed;

import java.time.Instant;
import java.util.Optional;

/** What people ask about their calendar feed, and the answers' shapes. */
public sealed interface FeedQuery {

    /** @param version of the feed; -1 if there never was one */
    record FeedState(boolean open, Optional<Instant> openedAt, long version) implements FeedQuery {}
}
