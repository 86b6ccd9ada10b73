package dev.parley.signaling;

import dev.parley.api.Refused;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.signaling.admission.TicketDesk;
import dev.parley.signaling.admission.Tickets;
import dev.parley.signaling.backplane.Backplane;
import dev.parley.signaling.backplane.LocalBackplane;
import dev.parley.signaling.room.Attendee;
import dev.parley.signaling.room.Rooms;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The gateway as it is configured, behind a real WebSocket; only the other sides are doubles. */
final class GatewayOnAPort implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final DisposableServer server;

    GatewayOnAPort(Map<String, Object> settings) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.register(OtherSides.class, SignalingGateway.class);
        context.refresh();
        var http = WebHttpHandlerBuilder.applicationContext(context).build();
        server = context.getBean(NettyServerCustomizer.class)
                .apply(HttpServer.create())
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(http))
                .bindNow();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebFlux
    static class OtherSides {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        CommandGateway commands() {
            return new RecordingCommands();
        }

        @Bean
        QueryGateway queries() {
            return KnownMeetings.withADiscoveryCall();
        }

        @Bean
        Backplane backplane() {
            return new LocalBackplane();
        }

        @Bean
        GuestLinks links() {
            return new ReadableLinks();
        }

        @Bean
        Problems problems() {
            return new Problems();
        }
    }

    @RestControllerAdvice
    static class Problems {
        @ExceptionHandler
        ResponseEntity<String> refused(Refused refused) {
            var status = switch (refused.refusal().kind()) {
                case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
                case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
                default -> HttpStatus.FORBIDDEN;
            };
            return ResponseEntity.status(status).body(refused.refusal().name());
        }
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + server.port() + "/signal");
    }

    String ticket(Attendee who) {
        return TicketDesk.issue(context.getBean(Tickets.class), who);
    }

    Rooms rooms() {
        return context.getBean(Rooms.class);
    }

    SocketClient join(Attendee who) {
        var client = SocketClient.connect(address(), "http://127.0.0.1:" + server.port());
        client.says("join", "{\"ticket\":\"" + ticket(who) + "\"}");
        client.hears("welcome");
        return client;
    }

    @Override
    public void close() {
        context.close();
        server.disposeNow();
    }
}
