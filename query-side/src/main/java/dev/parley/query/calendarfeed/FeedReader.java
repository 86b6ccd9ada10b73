package dev.parley.query.calendarfeed;

import dev.parley.api.TenantId;
import dev.parley.api.feed.FeedId;
import dev.parley.api.feed.FeedQuery.FeedState;
import dev.parley.api.feed.FeedSecrets.Key;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.query.Cells;
import dev.parley.query.TenantReads;
import dev.parley.query.calendarfeed.FeedDocument.Entry;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads whose feed is at an address, and what it shows: a window of the host's meetings, however many there are. */
@Component
final class FeedReader {
    static final Duration BACK = Duration.ofDays(30);
    static final Duration AHEAD = Duration.ofDays(180);
    private static final int MOST = 1_000;

    private final TenantReads reads;

    FeedReader(TenantReads reads) {
        this.reads = reads;
    }

    Mono<FeedState> state(TenantId tenant, FeedId feed) {
        return reads.one(
                        tenant,
                        database -> database.sql("select * from calendar_feed where feed_id = :feed")
                                .bind("feed", feed.value())
                                .map(FeedReader::state)
                                .one())
                .defaultIfEmpty(new FeedState(false, Optional.empty(), -1));
    }

    /** Empty where no feed is open at that address. */
    Mono<String> userAt(Key key) {
        return reads.one(
                key.tenant(),
                database -> database.sql("select user_id from calendar_feed where secret_hash = :hash")
                        .bind("hash", key.secretHash())
                        .map(row -> new Cells(row).text("user_id"))
                        .one());
    }

    Mono<List<Entry>> meetingsOf(TenantId tenant, String user, Instant now) {
        return reads.many(
                        tenant,
                        database -> database.sql("""
                                select meeting_id, title, lead_name, starts_at, ends_at, version from agenda
                                where host_id = :host and starts_at >= :from and starts_at < :to and status <> :off
                                order by starts_at, meeting_id limit :most
                                """)
                                .bind("host", user)
                                .bind("from", now.minus(BACK))
                                .bind("to", now.plus(AHEAD))
                                .bind("off", MeetingStatus.CANCELLED.name())
                                .bind("most", MOST)
                                .map(FeedReader::entry)
                                .all())
                .collectList();
    }

    private static FeedState state(Readable row) {
        var cells = new Cells(row);
        var openedAt = cells.maybe("opened_at", Instant.class);
        return new FeedState(openedAt.isPresent(), openedAt, cells.count("version"));
    }

    private static Entry entry(Readable row) {
        var cells = new Cells(row);
        return new Entry(
                new MeetingId(cells.id("meeting_id")),
                cells.text("title"),
                cells.text("lead_name"),
                cells.instant("starts_at"),
                cells.instant("ends_at"),
                cells.count("version"));
    }
}
