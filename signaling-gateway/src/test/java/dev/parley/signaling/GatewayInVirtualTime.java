package dev.parley.signaling;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;

import dev.parley.signaling.admission.Admission;
import dev.parley.signaling.admission.IcePolicy;
import dev.parley.signaling.admission.Meetings;
import dev.parley.signaling.admission.TicketDesk;
import dev.parley.signaling.admission.Tickets;
import dev.parley.signaling.admission.TurnCredentials;
import dev.parley.signaling.admission.TurnSettings;
import dev.parley.signaling.backplane.LocalBackplane;
import dev.parley.signaling.frame.FrameCodec;
import dev.parley.signaling.minutes.Minutes;
import dev.parley.signaling.room.Attendee;
import dev.parley.signaling.room.Rooms;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The whole gateway but the network and the other sides; time passes when the test says so. */
final class GatewayInVirtualTime {
    static final Attendee ALICE = new Attendee(demo, discoveryCall, aliceInTheRoom, alice);
    static final Attendee LENA = new Attendee(demo, discoveryCall, lenaInTheRoom, as(lena));
    static final Attendee GUS = new Attendee(demo, discoveryCall, gusInTheRoom, as(gus));

    final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    final VirtualClock clock = new VirtualClock(time);
    final RecordingCommands commands = new RecordingCommands();
    final KnownMeetings meetings = KnownMeetings.withADiscoveryCall();
    private final Tickets tickets;
    final FrameCodec codec;
    final Rooms rooms;
    private final SignalingHandler handler;

    GatewayInVirtualTime(String... changes) {
        var settings = settings(changes);
        this.tickets = new Tickets(clock, settings.ticket());
        var minutes = new Minutes(commands, clock, settings.minutes());
        this.codec = new FrameCodec(settings.frame(), true);
        this.rooms = new Rooms(settings.room(), codec, time, minutes, new LocalBackplane());
        var admission = new Admission(new Meetings(meetings), tickets, new ReadableLinks());
        var turn = new TurnCredentials(turnSettings(changes), clock);
        this.handler = new SignalingHandler(
                new Connection.Services(
                        codec,
                        admission,
                        turn,
                        new IcePolicy(turn, settings.frame().description()),
                        new Renewals(turn, tickets),
                        new Simulations(rooms, clock),
                        rooms,
                        minutes,
                        new Crowd(settings.connections())),
                settings,
                clock,
                time);
    }

    /** The documented defaults, but for what is given as {@code name=value}; {@code turn.name=value} are about relays. */
    static SignalingSettings settings(String... changes) {
        return bound("parley.signaling", SignalingSettings.class, changes);
    }

    static TurnSettings turnSettings(String... changes) {
        return bound("parley.signaling.turn", TurnSettings.class, changes);
    }

    private static <T> T bound(String prefix, Class<T> type, String... changes) {
        Map<String, String> given = new HashMap<>();
        for (var change : changes) given.put("parley.signaling." + change.split("=", 2)[0], change.split("=", 2)[1]);
        return new Binder(new MapConfigurationPropertySource(given)).bindOrCreate(prefix, type);
    }

    String ticket(Attendee who) {
        return TicketDesk.issue(tickets, who);
    }

    FakeSession connect() {
        return connect(new FakeSession());
    }

    FakeSession connect(FakeSession session) {
        session.openedBy(handler);
        return session;
    }

    FakeSession join(Attendee who) {
        var session = connect();
        session.says("join", "{\"ticket\":\"" + ticket(who) + "\"}");
        return session;
    }

    /** Joins again after a lost connection. */
    FakeSession resume(Attendee who, FakeSession lost) {
        var token = lost.heard("welcome")
                .getFirst()
                .path("payload")
                .path("resumeToken")
                .asString();
        var lastSeq = lost.heard().getLast().path("seq").asLong();
        var session = connect();
        session.says(
                "join",
                "{\"ticket\":\"%s\",\"resume\":{\"token\":\"%s\",\"lastSeq\":%d}}"
                        .formatted(ticket(who), token, lastSeq));
        return session;
    }

    void passes(Duration duration) {
        time.advanceTimeBy(duration);
    }

    /** Time passes for people whose browsers answer pings. */
    void passesFor(Duration duration, FakeSession... alive) {
        var oftenEnough = Duration.ofSeconds(10);
        for (var step = duration.dividedBy(5).compareTo(oftenEnough) < 0 ? duration.dividedBy(5) : oftenEnough;
                !duration.isNegative() && !duration.isZero();
                duration = duration.minus(step)) {
            passes(step);
            for (var session : alive) session.pongs();
        }
    }
}
