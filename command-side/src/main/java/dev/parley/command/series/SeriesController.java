package dev.parley.command.series;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.calendar.CalendarCommand.Wanted;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.series.SeriesCommand.ConfirmSeries;
import dev.parley.api.series.SeriesCommand.CutSeries;
import dev.parley.api.series.SeriesCommand.MoveSeries;
import dev.parley.api.series.SeriesCommand.StillPlanned;
import dev.parley.api.series.SeriesId;
import dev.parley.api.series.Shift;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import dev.parley.command.Reservations;
import dev.parley.command.Reservations.Wish;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what is decided about a series from one of its meetings on. */
@RestController
@RequestMapping("/api/v1/series/{id}")
class SeriesController {
    private final Commands commands;
    private final Reservations reservations;
    private final Clock clock;

    SeriesController(Commands commands, Reservations reservations, Clock clock) {
        this.commands = commands;
        this.reservations = reservations;
        this.clock = clock;
    }

    record CutBody(@Nullable String from, @Nullable String reason) {}

    @PostMapping("/cancel")
    Mono<ResponseEntity<Void>> cancel(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable CutBody body) {
        var from = Optional.ofNullable(body).map(CutBody::from).map(text -> Shape.localTime("from", text));
        var reason = Shape.optionalLine("reason", body == null ? null : body.reason(), Shape.SENTENCE);
        var cut = new CutSeries(seriesId(id), by, clock.instant(), from, reason);
        return commands.send(cut, IfMatch.of(ifMatch)).map(Receipt::noContent);
    }

    @PatchMapping
    Mono<ResponseEntity<Void>> move(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody MoveBody body) {
        var version = IfMatch.of(ifMatch);
        var at = clock.instant();
        var from = Shape.localTime("from", body.from());
        var confirm = new ConfirmSeries(seriesId(id), by, at, Optional.of(from));
        return commands.once(
                        by,
                        at,
                        commands.ask(confirm, version, StillPlanned.class)
                                .flatMap(still -> move(confirm, still, from, body, version)))
                .map(Receipt::noContent);
    }

    private Mono<Receipt> move(
            ConfirmSeries asked, StillPlanned still, LocalDateTime from, MoveBody body, IfMatch version) {
        var first = still.meetings().getFirst().time();
        var move = new MoveSeries(asked.seriesId(), asked.by(), asked.at(), from, body.over(first));
        var sent = commands.send(move, version);
        if (move.time().equals(first) || move.time().start().isBefore(asked.at())) return sent;
        var shift = Shift.between(first, move.time());
        var wanted = still.meetings().stream()
                .map(shift::of)
                .map(one -> new Wanted(one.meetingId(), one.time().slot()))
                .toList();
        var calendar = CalendarId.of(asked.by().tenant(), still.hostId());
        var wish = new Wish(calendar, move.by(), move.at(), wanted, "", body.overrules());
        return reservations.during(wish, sent);
    }

    private static SeriesId seriesId(String id) {
        return new SeriesId(Shape.uuid("seriesId", id));
    }
}
