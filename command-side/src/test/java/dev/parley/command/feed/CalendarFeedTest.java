package dev.parley.command.feed;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.feed.FeedRefusal.FEED_NOT_OPEN;
import static dev.parley.api.feed.FeedRefusal.FEED_UNKNOWN;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.feed.FeedCommand.CloseFeed;
import dev.parley.api.feed.FeedCommand.OpenFeed;
import dev.parley.api.feed.FeedEvent.FeedClosed;
import dev.parley.api.feed.FeedEvent.FeedOpened;
import dev.parley.api.feed.FeedId;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarFeedTest {
    private static final FeedId hers = FeedId.of(demo, alice.id());
    private static final FeedOpened opened = new FeedOpened(hers, demo, alice.id(), uuid("one"), "hash one");
    private static final FeedClosed closed = new FeedClosed(hers);

    private final FixtureConfiguration<CalendarFeed> feed = new AggregateTestFixture<>(CalendarFeed.class);

    @Test
    void opens_under_an_address_of_which_only_the_hash_is_kept() {
        feed.givenNoPriorActivity()
                .when(new OpenFeed(hers, alice, now, uuid("one"), "hash one"))
                .expectEvents(opened);
    }

    @Test
    void opens_under_another_address_when_asked_again() {
        feed.given(opened)
                .when(new OpenFeed(hers, alice, now, uuid("two"), "hash two"))
                .expectEvents(new FeedOpened(hers, demo, alice.id(), uuid("two"), "hash two"));
    }

    @Test
    void closes_once() {
        feed.given(opened).when(new CloseFeed(hers, alice, now)).expectEvents(closed);
        feed.given(opened, closed).when(new CloseFeed(hers, alice, now)).expectException(refused(FEED_NOT_OPEN));
    }

    @Test
    void is_unknown_elsewhere() {
        feed.given(opened).when(new CloseFeed(hers, eve, now)).expectException(refused(FEED_UNKNOWN));
    }
}
