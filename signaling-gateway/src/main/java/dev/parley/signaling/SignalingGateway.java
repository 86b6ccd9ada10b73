package dev.parley.signaling;

import dev.parley.api.meeting.GuestLinks;
import dev.parley.signaling.admission.Admission;
import dev.parley.signaling.admission.GuestAppointmentController;
import dev.parley.signaling.admission.IcePolicy;
import dev.parley.signaling.admission.Meetings;
import dev.parley.signaling.admission.TicketController;
import dev.parley.signaling.admission.Tickets;
import dev.parley.signaling.admission.TurnCredentials;
import dev.parley.signaling.admission.TurnSettings;
import dev.parley.signaling.admission.VocabularySettings;
import dev.parley.signaling.backplane.Backplane;
import dev.parley.signaling.frame.FrameCodec;
import dev.parley.signaling.frame.FrameTraffic;
import dev.parley.signaling.minutes.Minutes;
import dev.parley.signaling.room.Rooms;
import dev.parley.signaling.room.WhenMeetingGoesOnThenTellItsRoom;
import java.time.Clock;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.WebsocketServerSpec;

/** Carrying frames: admission, rooms, what of them is stored, and the socket they come through. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignalingSettings.class, TurnSettings.class, VocabularySettings.class})
public class SignalingGateway implements WebFluxConfigurer {
    private final SignalingSettings settings;
    private final boolean inDevelopment;
    private final Crowd crowd;

    /** @param inDevelopment whether clients may break things on purpose; production refuses to start with it */
    SignalingGateway(SignalingSettings settings, @Value("${parley.development:false}") boolean inDevelopment) {
        this.settings = settings;
        this.inDevelopment = inDevelopment;
        this.crowd = new Crowd(settings.connections());
    }

    @Bean
    Tickets tickets(Clock clock) {
        return new Tickets(clock, settings.ticket());
    }

    @Bean
    TurnCredentials turnCredentials(TurnSettings turn, Clock clock) {
        return new TurnCredentials(turn, clock);
    }

    @Bean
    Meetings meetings(QueryGateway queries) {
        return new Meetings(queries);
    }

    @Bean
    Admission admission(Meetings meetings, Tickets tickets, GuestLinks links) {
        return new Admission(meetings, tickets, links);
    }

    @Bean
    GuestAppointmentController guestAppointmentController(Admission admission, Meetings meetings) {
        return new GuestAppointmentController(admission, meetings);
    }

    @Bean
    TicketController ticketController(
            Admission admission,
            Meetings meetings,
            Tickets tickets,
            TurnCredentials turn,
            VocabularySettings vocabulary,
            GuestLinks links) {
        return new TicketController(admission, meetings, tickets, turn, vocabulary, links);
    }

    @Bean
    Minutes minutes(CommandGateway commands, Clock clock) {
        return new Minutes(commands, clock, settings.minutes());
    }

    @Bean
    FrameCodec frameCodec() {
        return new FrameCodec(settings.frame(), inDevelopment);
    }

    @Bean
    FrameTraffic frameTraffic(FrameCodec codec) {
        return codec.counts();
    }

    @Bean
    Rooms rooms(FrameCodec codec, Minutes minutes, Backplane backplane) {
        return new Rooms(settings.room(), codec, Schedulers.parallel(), minutes, backplane);
    }

    @Bean
    GoingAway goingAway(Rooms rooms) {
        return new GoingAway(rooms, Schedulers.parallel());
    }

    @Bean
    WhenMeetingGoesOnThenTellItsRoom whenMeetingGoesOnThenTellItsRoom(Rooms rooms) {
        return new WhenMeetingGoesOnThenTellItsRoom(rooms);
    }

    @Bean
    SignalingHandler signalingHandler(
            FrameCodec codec,
            Admission admission,
            TurnCredentials turn,
            Tickets tickets,
            Rooms rooms,
            Minutes minutes,
            Clock clock) {
        var services = new Connection.Services(
                codec,
                admission,
                turn,
                new IcePolicy(turn, settings.frame().description()),
                new Renewals(turn, tickets),
                new Simulations(rooms, clock),
                rooms,
                minutes,
                crowd);
        return new SignalingHandler(services, settings, clock, Schedulers.parallel());
    }

    /** Of all connections to this server, since nobody knows beforehand what will be asked for. */
    @Bean
    NettyServerCustomizer firstRequestComesInTime() {
        return server ->
                server.childObserve(new FirstRequest(settings.connection().upgradeWithin()));
    }

    @Bean
    SimpleUrlHandlerMapping signalMapping(SignalingHandler handler) {
        return new SimpleUrlHandlerMapping(Map.of("/signal", handler), Ordered.HIGHEST_PRECEDENCE);
    }

    /** Netty's own limit stands far above ours, so that a message that is too large gets an answer and not a dead line. */
    @Override
    public WebSocketService getWebSocketService() {
        var limits = settings.connection();
        var netty = new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(limits.largestMessage()));
        return new FrontDoor(new HandshakeWebSocketService(netty), crowd, limits.allowedOrigins());
    }
}
