package dev.parley.command.feed;

import static dev.parley.api.feed.FeedRefusal.FEED_NOT_OPEN;
import static dev.parley.api.feed.FeedRefusal.FEED_UNKNOWN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Command;
import dev.parley.api.Envelope;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.feed.FeedCommand.CloseFeed;
import dev.parley.api.feed.FeedCommand.OpenFeed;
import dev.parley.api.feed.FeedCommand.Opened;
import dev.parley.api.feed.FeedEvent;
import dev.parley.api.feed.FeedEvent.FeedClosed;
import dev.parley.api.feed.FeedEvent.FeedOpened;
import dev.parley.api.feed.FeedId;
import dev.parley.command.CommandSide;
import dev.parley.command.IfMatch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One person's feed: open under one address, or closed. */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
class CalendarFeed {
    @AggregateIdentifier
    private FeedId feedId;

    private TenantId tenant;
    private boolean open;

    CalendarFeed() {}

    @CommandHandlerInterceptor
    void guard(Command command, @MetaDataValue(Envelope.EXPECTED_VERSION) @Nullable Long expected) {
        if (tenant != null && !tenant.equals(command.by().tenant())) throw new Refused(FEED_UNKNOWN);
        IfMatch.mustHold(expected, tenant == null ? -1 : getVersion());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Opened handle(OpenFeed command) {
        var by = command.by();
        apply(new FeedOpened(command.feedId(), by.tenant(), by.id(), command.seed(), command.secretHash()));
        return new Opened(command.seed(), getVersion());
    }

    @CommandHandler
    Long handle(CloseFeed command) {
        if (!open) throw new Refused(FEED_NOT_OPEN);
        apply(new FeedClosed(feedId));
        return getVersion();
    }

    @EventSourcingHandler
    void on(FeedEvent event) {
        switch (event) {
            case FeedOpened opened -> {
                feedId = opened.feedId();
                tenant = opened.tenant();
                open = true;
            }
            case FeedClosed _ -> open = false;
        }
    }
}
