package dev.parley.infra.busyfeeds;

import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.BusyTimes.State;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarQuery.FeedLine;
import dev.parley.api.calendar.OtherCalendars;
import dev.parley.infra.busyfeeds.FeedStore.Feed;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers from what the last reading brought, and says how old that is. */
final class StoredBusyTimes implements OtherCalendars {
    private final DatabaseClient reads;
    private final TransactionalOperator readOnly;
    private final FeedStore store;
    private final FeedTasks tasks;
    private final FeedAddress addresses;
    private final BusyFeedSettings settings;
    private final Clock clock;

    StoredBusyTimes(
            DatabaseClient reads,
            TransactionalOperator readOnly,
            FeedStore store,
            FeedTasks tasks,
            FeedAddress addresses,
            BusyFeedSettings settings,
            Clock clock) {
        this.reads = reads;
        this.readOnly = readOnly;
        this.store = store;
        this.tasks = tasks;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public CompletionStage<BusyTimes> busyTimes(TenantId tenant, CalendarId calendar, TimeSlot range) {
        var question = reads.sql("""
                        select f.read_at, coalesce(array_agg(t.starts) filter (where t.starts is not null), '{}') as starts,
                               coalesce(array_agg(t.ends) filter (where t.starts is not null), '{}') as ends
                        from busy_feed f left join busy_time t
                          on t.tenant_id = f.tenant_id and t.calendar_id = f.calendar_id and t.starts < :to and t.ends > :from
                        where f.calendar_id = :calendar group by f.read_at
                        """)
                .bind("calendar", calendar.value())
                .bind("from", range.start().toEpochMilli())
                .bind("to", range.end().toEpochMilli())
                .map(this::busyTimes)
                .one()
                .defaultIfEmpty(BusyTimes.NO_FEED);
        return as(tenant, question).toFuture().thenApply(Objects::requireNonNull);
    }

    @Override
    public CompletionStage<Optional<FeedLine>> state(TenantId tenant, CalendarId calendar) {
        var question = reads.sql("""
                        select f.*, (select count(*)::integer from busy_time t where t.calendar_id = f.calendar_id) as times
                        from busy_feed f where f.calendar_id = :calendar
                        """)
                .bind("calendar", calendar.value())
                .map(this::line)
                .one()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return as(tenant, question).toFuture().thenApply(Objects::requireNonNull);
    }

    @Override
    public String serverOf(String address) {
        return FeedAddress.server(addresses.read(address));
    }

    @Override
    public CompletionStage<?> connect(TenantId tenant, CalendarId calendar, String address) {
        var feed = new Feed(tenant, calendar);
        return aside(() -> {
            store.connect(feed, address, serverOf(address), clock.instant());
            tasks.readSoon(feed);
        });
    }

    @Override
    public CompletionStage<?> disconnect(TenantId tenant, CalendarId calendar) {
        return aside(() -> store.disconnect(new Feed(tenant, calendar)));
    }

    /** The transaction names its tenant first; row level security shows no others. */
    private <T> Mono<T> as(TenantId tenant, Mono<T> question) {
        var name = reads.sql("select set_config('app.tenant', :tenant, true)")
                .bind("tenant", tenant.toString())
                .then();
        return readOnly.transactional(name.then(question));
    }

    private static CompletionStage<?> aside(Runnable writing) {
        return Mono.fromRunnable(writing)
                .subscribeOn(Schedulers.boundedElastic())
                .then()
                .toFuture();
    }

    private BusyTimes busyTimes(Readable row) {
        var starts = row.get("starts", Long[].class);
        var ends = row.get("ends", Long[].class);
        if (starts == null || ends == null) throw new IllegalStateException("an aggregate without a value");
        List<TimeSlot> times = new ArrayList<>();
        for (var i = 0; i < starts.length; i++)
            times.add(new TimeSlot(Instant.ofEpochMilli(starts[i]), Instant.ofEpochMilli(ends[i])));
        return new BusyTimes(stateOf(row), times);
    }

    private FeedLine line(Readable row) {
        var times = row.get("times", Integer.class);
        return new FeedLine(
                String.valueOf(row.get("server", String.class)),
                stateOf(row),
                Optional.ofNullable(row.get("read_at", Instant.class)),
                String.valueOf(row.get("problem", String.class)),
                times == null ? 0 : times);
    }

    private State stateOf(Readable row) {
        var readAt = row.get("read_at", Instant.class);
        if (readAt == null) return State.UNREAD;
        return readAt.plus(settings.staleAfter()).isBefore(clock.instant()) ? State.STALE : State.FRESH;
    }
}
