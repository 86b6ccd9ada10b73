package dev.parley.infra.busyfeeds;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.parley.api.TenantId;
import dev.parley.api.calendar.CalendarId;
import dev.parley.infra.busyfeeds.FeedClient.Fetched;
import dev.parley.infra.busyfeeds.FeedStore.Feed;
import dev.parley.infra.busyfeeds.FeedStore.Known;
import dev.parley.infra.store.schedule.RunsWithTheApplication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads each connected calendar every few minutes, on one node or another, a bounded number of them at once. */
final class FeedTasks implements RunsWithTheApplication {
    private static final Logger LOG = LoggerFactory.getLogger(FeedTasks.class);
    private static final TaskDescriptor<Void> READ = TaskDescriptor.of("busy-feed");

    private final FeedStore store;
    private final FeedClient client;
    private final BusyFeedSettings settings;
    private final Clock clock;
    private final Scheduler scheduler;

    FeedTasks(DataSource database, FeedStore store, FeedClient client, BusyFeedSettings settings, Clock clock) {
        this.store = store;
        this.client = client;
        this.settings = settings;
        this.clock = clock;
        var task = Tasks.custom(READ).execute((instance, _) -> read(feed(instance.getId())));
        this.scheduler = Scheduler.create(database, task)
                .tableName("feed_task")
                .threads(settings.atOnce())
                .executorService(Executors.newFixedThreadPool(
                        settings.atOnce(),
                        Thread.ofPlatform().daemon().name("busy-feed-", 0).factory()))
                .pollingInterval(settings.poll())
                .heartbeatInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(Duration.ofSeconds(2))
                .failureLogging(LogLevel.WARN, false)
                .build();
    }

    /** As soon as may be, whether or not its turn had come. */
    void readSoon(Feed feed) {
        var instance = READ.instance(feed.tenant() + "/" + feed.calendar()).build();
        scheduler.schedule(instance, clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        scheduler.triggerCheckForDueExecutions();
    }

    private CompletionHandler<Void> read(Feed feed) {
        var known = store.find(feed);
        if (known.isEmpty()) return new CompletionHandler.OnCompleteRemove<>();
        try {
            var fetched = client.fetch(known.get().address(), known.get().etag());
            keep(feed, known.get(), fetched);
        } catch (UnreadableFeed unreadable) {
            store.failed(feed, unreadable.why().name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("A host's other calendar could not be kept, next attempt in {}", settings.every(), e);
        }
        return again();
    }

    private void keep(Feed feed, Known known, Fetched fetched) throws UnreadableFeed {
        var now = clock.instant();
        if (fetched.changed())
            store.keep(feed, known, fetched.etag(), FeedDocument.busyTimes(fetched.body(), settings, now), now);
        else store.unchanged(feed, known, now);
    }

    private CompletionHandler<Void> again() {
        return (done, operations) -> operations.reschedule(done, next(done.getTimeDone()));
    }

    private Instant next(Instant done) {
        return done.plus(settings.every());
    }

    private static Feed feed(String id) {
        var parts = id.split("/");
        return new Feed(TenantId.of(parts[0]), CalendarId.of(parts[1]));
    }

    @Override
    public Scheduler scheduler() {
        return scheduler;
    }
}
