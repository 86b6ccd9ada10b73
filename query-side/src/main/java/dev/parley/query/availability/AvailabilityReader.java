package dev.parley.query.availability;

import dev.parley.api.TenantId;
import dev.parley.api.calendar.Availability;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.MeetingType;
import dev.parley.query.Cells;
import dev.parley.query.Documents;
import dev.parley.query.TenantReads;
import dev.parley.query.availability.FreeSlots.Wish;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what a host decided, and what is on the host's calendar. */
@Component
final class AvailabilityReader {
    /** Meetings and buffers that began before a range may reach into it; and rules count the meetings of whole weeks. */
    private static final Duration AROUND = Duration.ofDays(8);

    private static final UUID NONE = new UUID(0, 0);

    private final TenantReads reads;

    AvailabilityReader(TenantReads reads) {
        this.reads = reads;
    }

    /** @param types in the order of their slugs */
    record Settled(
            String hostId, String hostName, int edition, Optional<Availability> availability, List<MeetingType> types) {

        Optional<MeetingType> type(String slug) {
            return types.stream().filter(type -> type.slug().equals(slug)).findFirst();
        }
    }

    /** Empty for a host who never decided anything. */
    Mono<Settled> settings(TenantId tenant, CalendarId calendar) {
        return reads.one(
                tenant,
                database -> database.sql("""
                        select h.*, coalesce((select jsonb_agg(t.definition order by t.slug) from meeting_type t
                                where t.calendar_id = h.calendar_id and t.offered), '[]') as types
                        from host_settings h where h.calendar_id = :calendar
                        """)
                        .bind("calendar", calendar.value())
                        .map(AvailabilityReader::settled)
                        .one());
    }

    /** One row, because a driver decodes four arrays faster than ten thousand rows. */
    Mono<BookedTimes> booked(Wish wish, Instant now) {
        var range = wish.range();
        return reads.one(
                wish.tenant(),
                database -> database.sql("""
                        select coalesce(array_agg(starts order by starts), '{}') as starts,
                               coalesce(array_agg(ends order by starts), '{}') as ends,
                               coalesce(array_agg(occupied_from order by starts), '{}') as occupied_from,
                               coalesce(array_agg(occupied_to order by starts), '{}') as occupied_to
                        from host_slot
                        where calendar_id = :calendar and state <> 'FREE' and lapses > :now and starts >= :from and starts < :to
                          and slot_id <> :moving
                        """)
                        .bind("calendar", wish.calendar().value())
                        .bind("moving", moving(wish))
                        .bind("now", now.toEpochMilli())
                        .bind("from", range.start().minus(AROUND).toEpochMilli())
                        .bind("to", range.end().plus(AROUND).toEpochMilli())
                        .map(AvailabilityReader::times)
                        .one());
    }

    private static UUID moving(Wish wish) {
        return wish.moving()
                .map(it -> SlotProjection.slotId(wish.calendar(), it.meetingId(), it.slot()))
                .orElse(NONE);
    }

    private static Settled settled(Readable row) {
        var cells = new Cells(row);
        return new Settled(
                cells.text("host_id"),
                cells.text("host_name"),
                cells.number("edition"),
                cells.maybe("availability", String.class).map(json -> Documents.read(json, Availability.class)),
                cells.list("types", MeetingType.class));
    }

    private static BookedTimes times(Readable row) {
        var cells = new Cells(row);
        return BookedTimes.of(
                cells.numbers("starts"),
                cells.numbers("ends"),
                cells.numbers("occupied_from"),
                cells.numbers("occupied_to"));
    }
}
