package dev.parley.benchmarks.signaling;

import dev.parley.api.TenantId;
import dev.parley.api.WireFormat;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.FindMeeting;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.KnownMeetings;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.EnableWebFlux;
import tools.jackson.databind.node.ObjectNode;

/** The other sides, answering at once: any room exists, anybody is invited, all that is said is recorded. */
@Configuration(proxyBeanMethods = false)
@EnableWebFlux
class StandIns {
    private static final int MOST = 60;
    private static final TenantId TENANT =
            KnownMeetings.page(MeetingStatus.ACTIVE).tenant();

    /** A few, since what a database holds is not the gateway's memory. */
    private final Map<MeetingId, MeetingPage> pages = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MeetingId, MeetingPage> eldest) {
            return size() > 64;
        }
    });

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CommandGateway commands() {
        return standIn(CommandGateway.class, _ -> CompletableFuture.completedFuture(1L));
    }

    @Bean
    QueryGateway queries() {
        return standIn(
                QueryGateway.class,
                arguments -> CompletableFuture.completedFuture(Arrays.stream(arguments)
                        .filter(FindMeeting.class::isInstance)
                        .map(asked -> page(((FindMeeting) asked).meetingId()))
                        .findFirst()));
    }

    @Bean
    GuestLinks links() {
        return new GuestLinks() {
            @Override
            public URI linkFor(TenantId tenant, MeetingId meeting, Participant guest, Instant expires) {
                return URI.create("http://localhost/join");
            }

            @Override
            public Optional<Guest> read(String token) {
                var room = Integer.parseInt(token.substring(0, token.indexOf('-')));
                var place = Integer.parseInt(token.substring(token.indexOf('-') + 1));
                var id = new ParticipantId(ParleyDialect.id(room, place));
                var guest = new Participant(id, "Guest " + place, Invitee.Role.GUEST);
                return Optional.of(new Guest(TENANT, meeting(room), guest));
            }
        };
    }

    private MeetingPage page(MeetingId meeting) {
        return pages.computeIfAbsent(meeting, StandIns::pageOf);
    }

    private static MeetingId meeting(int room) {
        return new MeetingId(new UUID(0x0199c8e200007000L, 0x8000000000000000L | room));
    }

    /** The first people of a room are enough: its number is in the meeting's id. */
    private static MeetingPage pageOf(MeetingId meeting) {
        var json = WireFormat.mapper();
        var page = (ObjectNode) json.valueToTree(KnownMeetings.page(MeetingStatus.ACTIVE));
        page.put("meetingId", meeting.toString());
        var line = (ObjectNode) page.path("invitees").get(0);
        var room = (int) meeting.value().getLeastSignificantBits();
        var invitees = page.putArray("invitees");
        for (var place = 0; place < MOST; place++)
            invitees.add(line.deepCopy()
                    .put("participantId", ParleyDialect.id(room, place).toString()));
        return json.treeToValue(page, MeetingPage.class);
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    /** The gateways have many ways to ask; all are answered alike. */
    @SuppressWarnings("unchecked")
    private static <G> G standIn(Class<G> gateway, Answer answer) {
        return (G) Proxy.newProxyInstance(
                StandIns.class.getClassLoader(), new Class<?>[] {gateway}, (_, _, arguments) -> answer.to(arguments));
    }
}
