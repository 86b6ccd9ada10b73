package dev.parley.signaling;

import dev.parley.signaling.room.Line;
import dev.parley.signaling.room.Wire;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** The way out of one connection. */
interface Outlet extends Line {

    /** Opens it for a wire; completes when the wire has ended, and everything before that is on its way. */
    Mono<Void> openFor(Wire wire);

    /** Past Spring and Reactor where the channel is known, by the session where it is not. */
    static Outlet of(WebSocketSession session) {
        return HangUp.channelOf(session)
                .<Outlet>flatMap(ChannelOutlet::under)
                .orElseGet(() -> new SessionOutlet(session));
    }
}
