package dev.parley.query.availability;

import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.Availability;
import dev.parley.api.calendar.BookingRules;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.MeetingType;
import dev.parley.api.calendar.OtherCalendars;
import dev.parley.api.meeting.MeetingId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds the times that can be booked, by the rules that the booking will be judged by. */
@Component
final class FreeSlots {
    /** The last start of a range may begin a meeting of eight hours. */
    private static final Duration LONGEST = Duration.ofHours(8);

    private final AvailabilityReader reader;
    private final OtherCalendars elsewhere;
    private final Clock clock;

    FreeSlots(AvailabilityReader reader, OtherCalendars elsewhere, Clock clock) {
        this.reader = reader;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** @param moving the meeting that looks for another time, whose present one is free for it */
    record Wish(
            TenantId tenant,
            CalendarId calendar,
            TimeSlot range,
            ZoneId zone,
            boolean reasons,
            Optional<Booking> moving) {
        Wish(TenantId tenant, CalendarId calendar, TimeSlot range, ZoneId zone, boolean reasons) {
            this(tenant, calendar, range, zone, reasons, Optional.empty());
        }
    }

    record Booking(MeetingId meetingId, TimeSlot slot) {}

    record Found(Listing listing, BusyTimes.State busyFeed) {}

    /** @param availability empty for a host who decided nothing and is open at all hours */
    Mono<Found> in(Wish wish, Optional<Availability> availability, MeetingType type) {
        var now = clock.instant();
        var rules =
                BookingRules.within(wish.range(), availability.orElseGet(() -> Availability.always(wish.zone())), now);
        return Mono.zip(reader.booked(wish, now), busy(wish))
                .publishOn(
                        Schedulers.parallel()) // Some milliseconds of arithmetic, which no connection should wait for.
                .map(known -> new Found(
                        Listing.of(
                                wish.range(), type, rules, known.getT1(), known.getT2(), wish.zone(), wish.reasons()),
                        known.getT2().state()));
    }

    private Mono<BusyTimes> busy(Wish wish) {
        var range = new TimeSlot(wish.range().start(), wish.range().end().plus(LONGEST)).withBuffers();
        return Mono.fromCompletionStage(() -> elsewhere.busyTimes(wish.tenant(), wish.calendar(), range));
    }
}
