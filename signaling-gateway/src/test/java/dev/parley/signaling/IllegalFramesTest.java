package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingEvent.ParticipantDenied;
import dev.parley.api.meeting.MeetingEvent.ParticipantRemoved;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.frame.Golden;
import dev.parley.signaling.room.Attendee;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every frame that a client can say, by everybody, at every point of a visit, against a small model of who may say what when. What
 * the model forbids is answered with a code or met with a closed door; nobody else hears of it, and nothing reaches the meeting.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IllegalFramesTest {
    private static final Set<String> FOR_HOSTS = Set.of("admit", "admit-all", "deny", "mute", "remove", "lock");
    private static final Set<String> TO_SOMEBODY = Set.of("offer", "answer", "candidate");

    enum Point {
        BEFORE_JOINING,
        WAITING,
        INSIDE,
        AWAY,
        LEFT,
        REPLACED,
        DENIED,
        REMOVED,
        BANNED,
        AFTER_THE_END
    }

    /** @param expected the code that answers it, or nothing where the door is closed already */
    record Case(Point point, Role role, Golden frame, String expected) {
        @Override
        public String toString() {
            return role + " " + point + " says " + frame;
        }
    }

    static Stream<Case> combinations() {
        return Arrays.stream(Point.values())
                .flatMap(point -> Arrays.stream(Role.values())
                        .flatMap(role -> Golden.fromClients().stream()
                                .filter(frame -> !isLegal(point, role, frame.type()))
                                .map(frame -> new Case(point, role, frame, answer(point, role, frame.type())))));
    }

    static Stream<Case> legalCombinations() {
        return Arrays.stream(Point.values())
                .flatMap(point -> Arrays.stream(Role.values())
                        .flatMap(role -> Golden.fromClients().stream()
                                .filter(frame -> isLegal(point, role, frame.type()))
                                .map(frame -> new Case(point, role, frame, ""))));
    }

    private static boolean isLegal(Point point, Role role, String type) {
        return switch (point) {
            case BEFORE_JOINING -> type.equals("join");
            case WAITING -> type.equals("leave");
            case INSIDE ->
                !type.equals("join")
                        && !TO_SOMEBODY.contains(type)
                        && (!FOR_HOSTS.contains(type)
                                || role == Role.HOST && !Set.of("admit", "deny").contains(type));
            case AWAY, LEFT, REPLACED, DENIED, REMOVED, BANNED, AFTER_THE_END -> false;
        };
    }

    private static String answer(Point point, Role role, String type) {
        return switch (point) {
            case BEFORE_JOINING -> "JOIN_EXPECTED";
            case WAITING -> type.equals("join") ? "ALREADY_JOINED" : "STILL_WAITING";
            case INSIDE -> {
                if (type.equals("join")) yield "ALREADY_JOINED";
                if (TO_SOMEBODY.contains(type)) yield "PEER_NOT_PRESENT";
                yield role == Role.HOST ? "NOT_WAITING" : "NOT_A_HOST";
            }
            case AWAY, LEFT, REPLACED, DENIED, REMOVED, BANNED, AFTER_THE_END -> "";
        };
    }

    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();
    private final FakeSession alice = gateway.join(ALICE);

    @ParameterizedTest
    @MethodSource("combinations")
    void what_the_model_forbids_is_refused_and_has_no_effect(Case illegal) {
        var session = at(illegal.point(), attendee(illegal.role()));
        var heardByAlice = alice.heard().size();
        var told = session.heard().size();
        var stored = gateway.commands.sent().size();

        session.tries(illegal.frame().json().toString());

        assertThat(session.heard().stream().skip(told))
                .extracting(frame -> frame.path("payload").path("code").asString())
                .containsExactlyElementsOf(illegal.expected().isEmpty() ? List.of() : List.of(illegal.expected()));
        assertThat(alice.heard()).hasSize(heardByAlice);
        assertThat(gateway.commands.sent()).hasSize(stored);
    }

    /** The other half of the model: were it too strict, it would forbid what clients must be able to say. */
    @ParameterizedTest
    @MethodSource("legalCombinations")
    void what_the_model_allows_is_not_refused_for_when_or_by_whom_it_is_said(Case legal) {
        var session = at(legal.point(), attendee(legal.role()));
        var told = session.heard().size();

        session.tries(legal.frame().json().toString());

        assertThat(session.heard().stream().skip(told))
                .extracting(frame -> frame.path("payload").path("code").asString())
                .doesNotContain(
                        "JOIN_EXPECTED",
                        "ALREADY_JOINED",
                        "STILL_WAITING",
                        "NOT_A_HOST",
                        "NOT_WAITING",
                        "FRAME_MALFORMED");
    }

    private FakeSession at(Point point, Attendee who) {
        return switch (point) {
            case BEFORE_JOINING -> gateway.connect();
            case WAITING -> {
                gateway.commands.keepOut(who.id(), MeetingRefusal.HOST_ADMITS);
                yield gateway.join(who);
            }
            case INSIDE -> gateway.join(who);
            case AWAY -> {
                var session = gateway.join(who);
                gateway.passesFor(Duration.ofSeconds(27), alice);
                yield session;
            }
            case LEFT -> {
                var session = gateway.join(who);
                session.says("leave", "{}");
                yield session;
            }
            case REPLACED -> {
                var session = gateway.join(who);
                gateway.join(who);
                yield session;
            }
            case DENIED -> {
                gateway.commands.keepOut(who.id(), MeetingRefusal.HOST_ADMITS);
                var session = gateway.join(who);
                gateway.rooms.happened(new ParticipantDenied(discoveryCall, who.id()));
                yield session;
            }
            case REMOVED, BANNED -> {
                var session = gateway.join(who);
                gateway.rooms.happened(new ParticipantRemoved(discoveryCall, who.id(), point == Point.BANNED));
                yield session;
            }
            case AFTER_THE_END -> {
                var session = gateway.join(who);
                gateway.rooms.happened(aDiscoveryCall().ended());
                yield session;
            }
        };
    }

    private static Attendee attendee(Role role) {
        return switch (role) {
            case HOST ->
                new Attendee(
                        demo,
                        discoveryCall,
                        new Participant(ParticipantId.ofUser(discoveryCall, "bob"), "Bob Seller", Role.HOST),
                        bob);
            case LEAD -> LENA;
            case GUEST -> GUS;
            case INTERVIEWER -> new Attendee(demo, discoveryCall, parleyInTheRoom, parley);
        };
    }
}
