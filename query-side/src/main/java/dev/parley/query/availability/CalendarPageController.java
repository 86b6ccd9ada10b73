package dev.parley.query.availability;

import dev.parley.api.Actor;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarQuery.AvailabilityLines;
import dev.parley.api.calendar.CalendarQuery.CalendarPage;
import dev.parley.api.calendar.CalendarQuery.FeedLine;
import dev.parley.api.calendar.CalendarQuery.MeetingTypeLine;
import dev.parley.api.calendar.MeetingType;
import dev.parley.api.calendar.OtherCalendars;
import dev.parley.query.Asked;
import dev.parley.query.Versioned;
import dev.parley.query.availability.AvailabilityReader.Settled;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /calendars/{host}}: what a host decided about being booked; who never did has the zeroth edition. */
@RestController
final class CalendarPageController {
    private final AvailabilityReader reader;
    private final OtherCalendars elsewhere;

    CalendarPageController(AvailabilityReader reader, OtherCalendars elsewhere) {
        this.reader = reader;
        this.elsewhere = elsewhere;
    }

    @GetMapping("/api/v1/calendars/{host}")
    Mono<CalendarPage> calendar(
            @AuthenticationPrincipal Actor by, @PathVariable String host, ServerHttpResponse response) {
        var hostId = Asked.words("host", Optional.of(host))
                .filter(id -> !id.equals("me"))
                .orElse(by.id());
        var calendar = CalendarId.of(by.tenant(), hostId);
        var name = hostId.equals(by.id()) ? by.name() : "";
        return reader.settings(by.tenant(), calendar)
                .defaultIfEmpty(new Settled(hostId, name, 0, Optional.empty(), List.of()))
                .zipWith(Mono.fromCompletionStage(() -> elsewhere.state(by.tenant(), calendar)))
                .map(known -> page(by, calendar, known.getT1(), known.getT2()))
                .doOnNext(page -> Versioned.tag(response, page.edition()));
    }

    private static CalendarPage page(Actor by, CalendarId calendar, Settled settled, Optional<FeedLine> feed) {
        return new CalendarPage(
                calendar,
                settled.hostId(),
                settled.hostName(),
                settled.edition(),
                settled.availability().map(AvailabilityLines::of),
                settled.types().stream().map(type -> line(by, calendar, type)).toList(),
                feed);
    }

    private static MeetingTypeLine line(Actor by, CalendarId calendar, MeetingType type) {
        return new MeetingTypeLine(
                type.slug(),
                type.title(),
                type.durationMinutes(),
                type.bufferBeforeMinutes(),
                type.bufferAfterMinutes(),
                type.questionSetId(),
                type.interviewer(),
                type.location(),
                type.open(),
                type.open() ? BookingPages.path(by.tenant(), calendar, type) : "");
    }
}
