package dev.parley.query.availability;

import static dev.parley.api.calendar.CalendarRefusal.BOOKING_PAGE_UNKNOWN;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.TenantNames;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarQuery.BookingPage;
import dev.parley.api.calendar.CalendarQuery.OfferedTimes;
import dev.parley.api.calendar.MeetingType;
import dev.parley.query.Asked;
import dev.parley.query.availability.AvailabilityReader.Settled;
import dev.parley.query.availability.FreeSlots.Wish;
import java.time.Clock;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What anybody may know about a kind of meeting that a host offers; whatever is not offered looks the same. */
@RestController
@RequestMapping("/api/v1/public/{tenant}/{host}/{type}")
final class BookingPageController {
    /** The longest month, and the hour that autumn adds to it. */
    private static final int LONGEST = 32;

    private final AvailabilityReader reader;
    private final FreeSlots slots;
    private final TenantNames tenants;
    private final Clock clock;

    BookingPageController(AvailabilityReader reader, FreeSlots slots, TenantNames tenants, Clock clock) {
        this.reader = reader;
        this.slots = slots;
        this.tenants = tenants;
        this.clock = clock;
    }

    private record Offer(TenantId tenant, CalendarId calendar, Settled settled, MeetingType type) {}

    @GetMapping
    Mono<BookingPage> page(@PathVariable String tenant, @PathVariable String host, @PathVariable String type) {
        return offer(tenant, host, type)
                .map(offer -> new BookingPage(
                        offer.type().title(),
                        offer.type().durationMinutes(),
                        offer.settled().hostName()));
    }

    @GetMapping("/slots")
    Mono<OfferedTimes> slots(
            @PathVariable String tenant,
            @PathVariable String host,
            @PathVariable String type,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> zone) {
        var region = Asked.zone(zone);
        var range = RangeAsked.of(from, to, region, clock.instant(), LONGEST);
        return offer(tenant, host, type)
                .flatMap(offer -> slots.in(
                        new Wish(offer.tenant(), offer.calendar(), range, region, false),
                        offer.settled().availability(),
                        offer.type()))
                .map(found -> new OfferedTimes(
                        region, found.listing().slots(), found.listing().next()));
    }

    private Mono<Offer> offer(String tenantName, String host, String slug) {
        var tenant = tenants.named(tenantName);
        var calendar = CalendarId.addressed(tenant, host);
        return reader.settings(tenant, calendar)
                .filter(settled -> settled.availability().isPresent())
                .flatMap(settled -> Mono.justOrEmpty(settled.type(slug).filter(MeetingType::open))
                        .map(type -> new Offer(tenant, calendar, settled, type)))
                .switchIfEmpty(Mono.error(() -> new Refused(BOOKING_PAGE_UNKNOWN)));
    }
}
