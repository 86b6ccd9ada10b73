package dev.parley.command.feed;

import dev.parley.api.Actor;
import dev.parley.api.Ids;
import dev.parley.api.feed.FeedCommand.CloseFeed;
import dev.parley.api.feed.FeedCommand.OpenFeed;
import dev.parley.api.feed.FeedCommand.Opened;
import dev.parley.api.feed.FeedId;
import dev.parley.api.feed.FeedSecrets;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Opens and closes the calendar feed of whoever asks; nobody does it for somebody else. */
@RestController
@RequestMapping("/api/v1/calendar-feed")
class FeedController {
    private final Commands commands;
    private final FeedSecrets secrets;
    private final Clock clock;

    FeedController(Commands commands, FeedSecrets secrets, Clock clock) {
        this.commands = commands;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param url shown here and never again */
    record Address(URI url) {}

    /** Opening what is open gives it a new address, so that one that got into wrong hands is worth nothing. */
    @PostMapping
    Mono<ResponseEntity<Address>> open(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var feed = FeedId.of(by.tenant(), by.id());
        var now = clock.instant();
        var seed = Ids.next(now);
        var open = new OpenFeed(feed, by, now, seed, secrets.hashOf(by.tenant(), feed, seed));
        return commands.send(open, IfMatch.of(ifMatch))
                .map(receipt -> receipt.created("/api/v1/calendar-feed", address(by, feed, receipt)));
    }

    @PostMapping("/close")
    Mono<ResponseEntity<Void>> close(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var close = new CloseFeed(FeedId.of(by.tenant(), by.id()), by, clock.instant());
        return commands.send(close, IfMatch.of(ifMatch)).map(Receipt::noContent);
    }

    /** Of the seed that was stored, which is not ours if the request repeats another. */
    private Address address(Actor by, FeedId feed, Receipt receipt) {
        UUID seed = ((Opened) receipt.answer()).seed();
        return new Address(secrets.addressOf(by.tenant(), feed, seed));
    }
}
