package dev.parley.query.availability;

import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.LINK_INVALID;

import dev.parley.api.Refused;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.Availability;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarQuery.OfferedTimes;
import dev.parley.api.calendar.MeetingType;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.GuestLinks.Guest;
import dev.parley.api.meeting.MeetingQuery.FindMeeting;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.query.Asked;
import dev.parley.query.availability.AvailabilityReader.Settled;
import dev.parley.query.availability.FreeSlots.Booking;
import dev.parley.query.availability.FreeSlots.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The times to which whoever is invited could move their meeting, by the link in their mail. */
@RestController
final class GuestSlotsController {
    /** The longest month, and the hour that autumn adds to it. */
    private static final int LONGEST = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AvailabilityReader reader;
    private final FreeSlots slots;
    private final GuestLinks links;
    private final QueryGateway queries;
    private final Clock clock;

    GuestSlotsController(
            AvailabilityReader reader, FreeSlots slots, GuestLinks links, QueryGateway queries, Clock clock) {
        this.reader = reader;
        this.slots = slots;
        this.links = links;
        this.queries = queries;
        this.clock = clock;
    }

    @GetMapping("/api/v1/guest/{token}/slots")
    Mono<OfferedTimes> slots(
            @PathVariable String token,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> zone) {
        var guest = links.read(token).orElseThrow(() -> new Refused(LINK_INVALID));
        var region = Asked.zone(zone);
        var range = RangeAsked.of(from, to, region, clock.instant(), LONGEST);
        return meeting(guest).flatMap(page -> offered(page, range, region));
    }

    private Mono<MeetingPage> meeting(Guest guest) {
        var asked = new FindMeeting(guest.tenant(), guest.meetingId());
        return Mono.fromFuture(() -> queries.query(asked, ResponseTypes.optionalInstanceOf(MeetingPage.class)))
                .timeout(PATIENCE)
                .flatMap(Mono::justOrEmpty)
                .filter(page -> page.invitees().stream()
                        .anyMatch(line ->
                                line.participantId().equals(guest.participant().participantId())))
                .switchIfEmpty(Mono.error(() -> new Refused(LINK_INVALID)));
    }

    private Mono<OfferedTimes> offered(MeetingPage page, TimeSlot range, ZoneId zone) {
        if (page.status().isOver()) return Mono.error(new Refused(ALREADY_ENDED));
        var calendar = CalendarId.of(page.tenant(), page.hostId());
        var present = new Booking(page.meetingId(), new TimeSlot(page.start(), page.end()));
        var wish = new Wish(page.tenant(), calendar, range, zone, false, Optional.of(present));
        return reader.settings(page.tenant(), calendar)
                .defaultIfEmpty(new Settled(page.hostId(), page.hostName(), 0, Optional.empty(), List.of()))
                .flatMap(settled -> slots.in(wish, hours(settled, page), as(page, settled)))
                .map(found -> new OfferedTimes(
                        zone, found.listing().slots(), found.listing().next()));
    }

    /** A host who decided nothing is open at all hours; those of the agreed clock, not of whoever looks. */
    private static Optional<Availability> hours(Settled settled, MeetingPage page) {
        return Optional.of(settled.availability().orElseGet(() -> Availability.always(page.zone())));
    }

    /** As long as it is, with the buffers of its kind. */
    private static MeetingType as(MeetingPage page, Settled settled) {
        var kind = settled.type(page.meetingType());
        return new MeetingType(
                "this",
                page.title(),
                page.durationMinutes(),
                kind.map(MeetingType::bufferBeforeMinutes).orElse(0),
                kind.map(MeetingType::bufferAfterMinutes).orElse(0),
                Optional.empty(),
                page.interviewer(),
                "",
                false);
    }
}
