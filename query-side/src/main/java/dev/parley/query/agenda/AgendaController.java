package dev.parley.query.agenda;

import static dev.parley.api.ShapeRefusal.RANGE_TOO_LONG;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingQuery.AgendaEntry;
import dev.parley.query.Asked;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** {@code GET /agenda}: a week back and two months ahead, unless a range is asked for. */
@RestController
final class AgendaController {
    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(60);
    private static final Duration LONGEST = Duration.ofDays(400);

    private final AgendaReader agenda;
    private final Clock clock;

    AgendaController(AgendaReader agenda, Clock clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    @GetMapping("/api/v1/agenda")
    Flux<AgendaEntry> agenda(
            @AuthenticationPrincipal Actor by,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> zone,
            @RequestParam Optional<String> host) {
        var region = Asked.zone(zone);
        var start = Asked.from(from, region);
        var end = Asked.to(to, region);
        var first = start.or(() -> end.map(moment -> moment.minus(BACK).minus(AHEAD)))
                .orElseGet(() -> clock.instant().minus(BACK));
        var last = end.orElseGet(() -> first.plus(BACK).plus(AHEAD));
        Asked.inOrder(first, last);
        if (Duration.between(first, last).compareTo(LONGEST) > 0) throw new Refused(RANGE_TOO_LONG, "to");
        return agenda.between(by.tenant(), first, last, Asked.words("host", host));
    }
}
