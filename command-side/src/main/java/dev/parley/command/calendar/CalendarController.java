package dev.parley.command.calendar;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.calendar.CalendarCommand.ConnectBusyFeed;
import dev.parley.api.calendar.CalendarCommand.DefineAvailability;
import dev.parley.api.calendar.CalendarCommand.DefineMeetingType;
import dev.parley.api.calendar.CalendarCommand.DisconnectBusyFeed;
import dev.parley.api.calendar.CalendarCommand.RetireMeetingType;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.MeetingType;
import dev.parley.api.calendar.OtherCalendars;
import dev.parley.api.questionset.PinnedQuestionSet;
import dev.parley.api.questionset.QuestionSetCommand.PinQuestionSet;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what hosts decide about being booked, each on their own calendar. */
@RestController
@RequestMapping("/api/v1/calendars/me")
class CalendarController {
    private final Commands commands;
    private final OtherCalendars elsewhere;
    private final Clock clock;

    CalendarController(Commands commands, OtherCalendars elsewhere, Clock clock) {
        this.commands = commands;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    record FeedBody(@Nullable String url) {}

    @PutMapping("/availability")
    Mono<ResponseEntity<Void>> define(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody AvailabilityBody body) {
        var seen = IfMatch.of(ifMatch).version();
        return commands.send(new DefineAvailability(mine(by), by, clock.instant(), seen, body.availability()))
                .map(Receipt::noContent);
    }

    @PutMapping("/meeting-types/{slug}")
    Mono<ResponseEntity<Void>> offer(
            @AuthenticationPrincipal Actor by,
            @PathVariable("slug") String slug,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody MeetingTypeBody body) {
        var seen = IfMatch.of(ifMatch).version();
        var type = body.named(slug);
        var define = new DefineMeetingType(mine(by), by, clock.instant(), seen, type);
        return itsQuestionsExist(type, by).then(commands.send(define)).map(Receipt::noContent);
    }

    @DeleteMapping("/meeting-types/{slug}")
    Mono<ResponseEntity<Void>> takeBack(
            @AuthenticationPrincipal Actor by,
            @PathVariable("slug") String slug,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var seen = IfMatch.of(ifMatch).version();
        return commands.send(new RetireMeetingType(mine(by), by, clock.instant(), seen, slug))
                .map(Receipt::noContent);
    }

    /** The address is kept after the fact, so that a refused change leaves none behind; repeating the request keeps it too. */
    @PutMapping("/busy-feed")
    Mono<ResponseEntity<Void>> connect(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody FeedBody body) {
        var seen = IfMatch.of(ifMatch).version();
        var address = Shape.line("url", body.url(), 2_000);
        var server = elsewhere.serverOf(address);
        return commands.send(new ConnectBusyFeed(mine(by), by, clock.instant(), seen, server))
                .delayUntil(_ -> Mono.fromCompletionStage(() -> elsewhere.connect(by.tenant(), mine(by), address)))
                .map(Receipt::noContent);
    }

    @DeleteMapping("/busy-feed")
    Mono<ResponseEntity<Void>> disconnect(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var seen = IfMatch.of(ifMatch).version();
        return commands.send(new DisconnectBusyFeed(mine(by), by, clock.instant(), seen))
                .delayUntil(_ -> Mono.fromCompletionStage(() -> elsewhere.disconnect(by.tenant(), mine(by))))
                .map(Receipt::noContent);
    }

    private Mono<Void> itsQuestionsExist(MeetingType type, Actor by) {
        return Mono.justOrEmpty(type.questionSetId())
                .flatMap(set -> commands.ask(new PinQuestionSet(set, by, clock.instant()), PinnedQuestionSet.class))
                .onErrorMap(Commands::isUnknown, error -> ((Refused) error).within("questionSetId"))
                .then();
    }

    private static CalendarId mine(Actor by) {
        return CalendarId.of(by.tenant(), by.id());
    }
}
