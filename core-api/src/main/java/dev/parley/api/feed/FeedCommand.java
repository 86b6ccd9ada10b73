package dev.parley.api.feed;

import dev.parley.api.Accepted;
import dev.parley.api.Actor;
import dev.parley.api.Command;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything a calendar feed can be asked to do. */
public sealed interface FeedCommand extends Command {
    FeedId feedId();

    /**
     * Opens the feed under a new address; the one before stops working. Answers with {@link Opened}.
     *
     * @param seed from which {@link FeedSecrets} makes the secret
     * @param secretHash of that secret, which itself is stored nowhere
     */
    record OpenFeed(@TargetAggregateIdentifier FeedId feedId, Actor by, Instant at, UUID seed, String secretHash)
            implements FeedCommand {}

    /** What {@link OpenFeed} led to. */
    record Opened(UUID seed, long version) implements Accepted {}

    record CloseFeed(@TargetAggregateIdentifier FeedId feedId, Actor by, Instant at) implements FeedCommand {}
}
