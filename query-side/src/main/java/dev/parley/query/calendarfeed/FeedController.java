package dev.parley.query.calendarfeed;

import static dev.parley.api.feed.FeedRefusal.FEED_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.feed.FeedId;
import dev.parley.api.feed.FeedQuery.FeedState;
import dev.parley.api.feed.FeedSecrets;
import dev.parley.query.Versioned;
import dev.parley.query.calendarfeed.FeedDocument.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code GET /calendar-feed} for its owner, {@code GET /calendar/{secret}.ics} for whoever knows the address. */
@RestController
final class FeedController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final FeedReader feeds;
    private final FeedSecrets secrets;
    private final FeedDocument document;
    private final Clock clock;

    FeedController(FeedReader feeds, FeedSecrets secrets, FeedDocument document, Clock clock) {
        this.feeds = feeds;
        this.secrets = secrets;
        this.document = document;
        this.clock = clock;
    }

    @GetMapping("/api/v1/calendar-feed")
    Mono<FeedState> mine(@AuthenticationPrincipal Actor by, ServerHttpResponse response) {
        return feeds.state(by.tenant(), FeedId.of(by.tenant(), by.id())).doOnNext(state -> {
            if (state.version() >= 0) Versioned.tag(response, state.version());
        });
    }

    @GetMapping("/api/v1/calendar/{secret}.ics")
    Mono<ResponseEntity<String>> calendar(@PathVariable("secret") String secret) {
        var now = clock.instant();
        return Mono.justOrEmpty(secrets.read(secret))
                .flatMap(key -> feeds.userAt(key)
                        .flatMap(user -> feeds.meetingsOf(key.tenant(), user, now))
                        .map(entries -> answer(key.tenant(), entries)))
                .switchIfEmpty(Mono.error(() -> new Refused(FEED_UNKNOWN)));
    }

    /** The tag is of what is shown, not of the document, whose time stamps are new each time. A program that has it gets 304. */
    private ResponseEntity<String> answer(TenantId tenant, List<Entry> entries) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tagOf(entries))
                .body(document.of(tenant, entries, clock.instant()));
    }

    private static String tagOf(List<Entry> entries) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(entries.toString().getBytes(StandardCharsets.UTF_8));
            return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
