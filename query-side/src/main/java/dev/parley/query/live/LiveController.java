package dev.parley.query.live;

import dev.parley.api.Actor;
import dev.parley.query.Hints.Hint;
import dev.parley.query.live.News.Changed;
import dev.parley.query.live.News.Missed;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** {@code GET /live}: server-sent events that tell a browser what to read again. */
@RestController
final class LiveController {
    private static final ServerSentEvent<Object> OVER =
            ServerSentEvent.builder().comment("over").build();

    private final Newsroom newsroom;
    private final LiveSettings settings;

    LiveController(Newsroom newsroom, LiveSettings settings) {
        this.newsroom = newsroom;
        this.settings = settings;
    }

    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> live(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen) {
        var news = newsroom.of(by.tenant(), position(lastSeen)).map(LiveController::event);
        return Flux.merge(1, news.concatWithValues(OVER), heartbeat()).takeWhile(event -> event != OVER);
    }

    /** The first beat comes at once: it opens the line. */
    private Flux<ServerSentEvent<Object>> heartbeat() {
        var beat = ServerSentEvent.builder().comment("beat").build();
        return Flux.interval(Duration.ZERO, settings.heartbeat())
                .onBackpressureDrop()
                .map(_ -> beat);
    }

    private static ServerSentEvent<Object> event(News news) {
        return switch (news) {
            case Changed(Hint hint) ->
                ServerSentEvent.<Object>builder(new Line(hint.view(), hint.key(), hint.position()))
                        .event("hint")
                        .id(Long.toString(hint.position()))
                        .build();
            case Missed _ ->
                ServerSentEvent.<Object>builder(Map.of()).event("resync").build();
        };
    }

    /** An id that is not one of ours was seen somewhere else: nothing can be proven about it. */
    private static OptionalLong position(@Nullable String lastSeen) {
        if (lastSeen == null || lastSeen.isBlank()) return OptionalLong.empty();
        try {
            return OptionalLong.of(Long.parseLong(lastSeen.strip()));
        } catch (NumberFormatException e) {
            return OptionalLong.of(-1);
        }
    }

    /** A hint as browsers see it: whose it is, they know. */
    record Line(String view, String key, long position) {}
}
