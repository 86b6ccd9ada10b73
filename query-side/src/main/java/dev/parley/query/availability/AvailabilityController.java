package dev.parley.query.availability;

import static dev.parley.api.calendar.CalendarRefusal.MEETING_TYPE_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarQuery.FreeTimes;
import dev.parley.api.calendar.MeetingType;
import dev.parley.api.meeting.InterviewerKind;
import dev.parley.query.Asked;
import dev.parley.query.availability.AvailabilityReader.Settled;
import dev.parley.query.availability.FreeSlots.Found;
import dev.parley.query.availability.FreeSlots.Wish;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /availability}: when a host can be met, for the sales team. */
@RestController
final class AvailabilityController {
    /** The longest quarter, and the hour that autumn adds to it. */
    private static final int LONGEST = 93;

    private static final MeetingType ANY =
            new MeetingType("any", "Any", 30, 0, 0, Optional.empty(), InterviewerKind.HUMAN, "", false);

    private final AvailabilityReader reader;
    private final FreeSlots slots;
    private final Clock clock;

    AvailabilityController(AvailabilityReader reader, FreeSlots slots, Clock clock) {
        this.reader = reader;
        this.slots = slots;
        this.clock = clock;
    }

    @GetMapping("/api/v1/availability")
    Mono<FreeTimes> availability(
            @AuthenticationPrincipal Actor by,
            @RequestParam Optional<String> host,
            @RequestParam Optional<String> type,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> zone,
            @RequestParam Optional<String> reasons) {
        var hostId = Asked.words("host", host).filter(id -> !id.equals("me")).orElse(by.id());
        var region = Asked.zone(zone);
        var range = RangeAsked.of(from, to, region, clock.instant(), LONGEST);
        var withReasons =
                Asked.given(reasons).map(text -> Shape.choice("reasons", text, Reasons.class) == Reasons.TRUE);
        var wish = new Wish(by.tenant(), CalendarId.of(by.tenant(), hostId), range, region, withReasons.orElse(false));
        return reader.settings(by.tenant(), wish.calendar())
                .defaultIfEmpty(
                        new Settled(hostId, hostId.equals(by.id()) ? by.name() : "", 0, Optional.empty(), List.of()))
                .flatMap(settled -> times(settled, Asked.words("type", type), wish));
    }

    private enum Reasons {
        TRUE,
        FALSE
    }

    private Mono<FreeTimes> times(Settled settled, Optional<String> slug, Wish wish) {
        var type = slug.map(name -> settled.type(name).orElseThrow(() -> new Refused(MEETING_TYPE_UNKNOWN, "type")))
                .orElse(ANY);
        return slots.in(wish, settled.availability(), type)
                .map(found -> answer(settled, slug.orElse(""), type, wish, found));
    }

    private static FreeTimes answer(Settled settled, String slug, MeetingType type, Wish wish, Found found) {
        return new FreeTimes(
                settled.hostId(),
                settled.hostName(),
                slug,
                type.durationMinutes(),
                wish.zone(),
                found.busyFeed(),
                found.listing().slots(),
                found.listing().refused(),
                found.listing().next());
    }
}
