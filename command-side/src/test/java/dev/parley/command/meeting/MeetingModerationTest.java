package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.HOST_IS_HERE;
import static dev.parley.api.meeting.MeetingRefusal.INVITEE_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.IN_ROOM_ALREADY;
import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NOT_IN_ROOM;
import static dev.parley.api.meeting.MeetingRefusal.NOT_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingRefusal.NOT_YOURSELF;
import static dev.parley.api.meeting.MeetingRefusal.REMOVED;
import static dev.parley.api.meeting.MeetingRefusal.ROOM_LOCKED;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.Actor;
import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.*;
import dev.parley.api.meeting.ModerationCommand;
import dev.parley.api.meeting.ModerationCommand.*;
import dev.parley.api.meeting.ParticipantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What hosts decide about who is in their room, and people's hands. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingModerationTest {
    private static final DiscoveryCall call = aDiscoveryCall();
    private static final ParticipantId lenaHere = lena.participantId();
    private static final ParticipantId gusHere = gus.participantId();
    private static final ParticipantId aliceHere = aliceInTheRoom.participantId();
    private static final Instant start = call.time().start();

    private final AggregateTestFixture<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

    MeetingModerationTest() {
        meeting.registerAnnotatedCommandHandler(new Moderating(meeting.getRepository()));
    }

    static Stream<ModerationCommand> decisions() {
        return Stream.of(
                new AdmitParticipant(discoveryCall, alice, now, gusHere),
                new DenyParticipant(discoveryCall, alice, now, gusHere),
                new RemoveParticipant(discoveryCall, alice, now, lenaHere, true),
                new MuteParticipant(discoveryCall, alice, now, lenaHere, true),
                new LockRoom(discoveryCall, alice, now, true));
    }

    static Stream<ModerationCommand> decisionsOfGuests() {
        return decisions().map(decision -> by(as(lena), decision));
    }

    static Stream<ModerationCommand> decisionsFromElsewhere() {
        return decisions().map(decision -> by(eve, decision));
    }

    static Stream<ModerationCommand> decisionsAboutHosts() {
        return Stream.of(
                new AdmitParticipant(discoveryCall, alice, now, aliceHere),
                new DenyParticipant(discoveryCall, alice, now, aliceHere),
                new RemoveParticipant(discoveryCall, alice, now, aliceHere, true),
                new MuteParticipant(discoveryCall, alice, now, aliceHere, true));
    }

    @ParameterizedTest
    @MethodSource
    void decisionsOfGuests(ModerationCommand decision) {
        meeting.given(inTheRoom()).when(decision).expectException(refused(NOT_THE_HOST));
    }

    @ParameterizedTest
    @MethodSource
    void decisionsFromElsewhere(ModerationCommand decision) {
        meeting.given(inTheRoom()).when(decision).expectException(refused(MEETING_UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource
    void decisionsAboutHosts(ModerationCommand decision) {
        meeting.given(inTheRoom()).when(decision).expectException(refused(INVITEE_UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decisions_after_the_end(ModerationCommand decision) {
        meeting.given(call.then(call.started(), call.leadJoined(), call.ended()))
                .when(decision)
                .expectException(refused(ALREADY_ENDED));
    }

    @Test
    void lets_somebody_in_once() {
        meeting.given(call.then(new ParticipantAdmitted(discoveryCall, gusHere)))
                .when(new AdmitParticipant(discoveryCall, alice, now, gusHere))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void lets_in_again_who_was_denied_before() {
        meeting.given(call.then(new ParticipantDenied(discoveryCall, gusHere)))
                .when(new AdmitParticipant(discoveryCall, alice, now, gusHere))
                .expectEvents(new ParticipantAdmitted(discoveryCall, gusHere));
    }

    @Test
    void denies_nobody_who_is_in_already() {
        meeting.given(inTheRoom())
                .when(new DenyParticipant(discoveryCall, alice, now, lenaHere))
                .expectException(refused(IN_ROOM_ALREADY));
    }

    @Test
    void denies_somebody_once() {
        meeting.given(call.then(new ParticipantDenied(discoveryCall, gusHere)))
                .when(new DenyParticipant(discoveryCall, alice, now, gusHere))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_interviewer_lowers_the_hand_of_whom_it_gives_the_floor_and_raises_none() {
        var raised = new ArrayList<>(inTheRoom());
        raised.add(new HandRaised(discoveryCall, lenaHere));
        meeting.given(raised)
                .when(new RaiseHand(discoveryCall, parley, now, lenaHere, false))
                .expectEvents(new HandLowered(discoveryCall, lenaHere));
        meeting.given(inTheRoom())
                .when(new RaiseHand(discoveryCall, parley, now, lenaHere, true))
                .expectException(refused(NOT_YOURSELF));
    }

    @Test
    void who_is_put_out_has_left() {
        meeting.given(inTheRoom())
                .when(new RemoveParticipant(discoveryCall, alice, now, lenaHere, false))
                .expectEvents(
                        new ParticipantRemoved(discoveryCall, lenaHere, false),
                        new ParticipantLeft(discoveryCall, lenaHere, "removed"));
    }

    @Test
    void a_ban_keeps_out_who_only_waits() {
        meeting.given(call.soFar())
                .when(new RemoveParticipant(discoveryCall, alice, now, gusHere, true))
                .expectEvents(new ParticipantRemoved(discoveryCall, gusHere, true));
    }

    @Test
    void nobody_is_put_out_twice() {
        meeting.given(call.then(new ParticipantRemoved(discoveryCall, gusHere, true)))
                .when(new RemoveParticipant(discoveryCall, alice, now, gusHere, true))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void puts_out_nobody_who_is_not_here() {
        meeting.given(call.soFar())
                .when(new RemoveParticipant(discoveryCall, alice, now, gusHere, false))
                .expectException(refused(NOT_IN_ROOM));
    }

    @Test
    void says_who_muted_whom() {
        meeting.given(inTheRoom())
                .when(new MuteParticipant(discoveryCall, alice, now, lenaHere, false))
                .expectEvents(new ParticipantMuted(discoveryCall, lenaHere, false, aliceHere));
    }

    @Test
    void mutes_nobody_who_is_not_here() {
        meeting.given(inTheRoom())
                .when(new MuteParticipant(discoveryCall, alice, now, gusHere, true))
                .expectException(refused(NOT_IN_ROOM));
    }

    @Test
    void locks_and_unlocks_once() {
        meeting.given(call.then(new RoomLocked(discoveryCall)))
                .when(new LockRoom(discoveryCall, alice, now, true))
                .expectNoEvents();
        meeting.given(call.then(new RoomLocked(discoveryCall)))
                .when(new LockRoom(discoveryCall, alice, now, false))
                .expectEvents(new RoomUnlocked(discoveryCall));
    }

    @Test
    void guests_raise_their_own_hands_once() {
        meeting.given(inTheRoom()).when(hand(as(lena), true)).expectEvents(new HandRaised(discoveryCall, lenaHere));
        meeting.given(call.then(call.lobbyOpened(), call.leadJoined(), new HandRaised(discoveryCall, lenaHere)))
                .when(hand(as(lena), true))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobody_raises_the_hand_of_somebody_else() {
        meeting.given(inTheRoom()).when(hand(as(gus), true)).expectException(refused(NOT_YOURSELF));
    }

    @Test
    void who_leaves_takes_the_hand_down() {
        meeting.given(call.then(
                        call.lobbyOpened(),
                        call.leadJoined(),
                        new HandRaised(discoveryCall, lenaHere),
                        new ParticipantLeft(discoveryCall, lenaHere, "left"),
                        call.leadJoined()))
                .when(hand(as(lena), true))
                .expectEvents(new HandRaised(discoveryCall, lenaHere));
    }

    @Test
    void a_process_lets_people_in_when_no_host_has_come_in_time() {
        meeting.given(call.then(call.lobbyOpened()))
                .when(new AdmitParticipant(discoveryCall, theHouse, start, lenaHere))
                .expectEvents(new ParticipantAdmitted(discoveryCall, lenaHere));
    }

    @Test
    void a_process_lets_nobody_in_before_the_start() {
        meeting.given(call.then(call.lobbyOpened()))
                .when(new AdmitParticipant(discoveryCall, theHouse, start.minusSeconds(1), lenaHere))
                .expectException(refused(NOT_STARTED));
    }

    @Test
    void a_process_lets_nobody_in_while_a_host_is_here() {
        meeting.given(call.then(call.lobbyOpened(), call.joined(aliceInTheRoom)))
                .when(new AdmitParticipant(discoveryCall, theHouse, start, lenaHere))
                .expectException(refused(HOST_IS_HERE));
    }

    @Test
    void a_process_lets_nobody_in_against_what_a_host_decided() {
        meeting.given(call.then(call.lobbyOpened(), new RoomLocked(discoveryCall)))
                .when(new AdmitParticipant(discoveryCall, theHouse, start, lenaHere))
                .expectException(refused(ROOM_LOCKED));
        meeting.given(call.then(call.lobbyOpened(), new ParticipantRemoved(discoveryCall, lenaHere, true)))
                .when(new AdmitParticipant(discoveryCall, theHouse, start, lenaHere))
                .expectException(refused(REMOVED));
    }

    private static List<MeetingEvent> inTheRoom() {
        return call.then(call.lobbyOpened(), call.joined(aliceInTheRoom), call.joined(lenaInTheRoom));
    }

    private static RaiseHand hand(Actor by, boolean raised) {
        return new RaiseHand(discoveryCall, by, now, lenaHere, raised);
    }

    private static ModerationCommand by(Actor who, ModerationCommand decision) {
        return switch (decision) {
            case AdmitParticipant c -> new AdmitParticipant(discoveryCall, who, now, c.participantId());
            case DenyParticipant c -> new DenyParticipant(discoveryCall, who, now, c.participantId());
            case RemoveParticipant c -> new RemoveParticipant(discoveryCall, who, now, c.participantId(), c.ban());
            case MuteParticipant c -> new MuteParticipant(discoveryCall, who, now, c.participantId(), c.force());
            case LockRoom c -> new LockRoom(discoveryCall, who, now, c.locked());
            case RaiseHand c -> new RaiseHand(discoveryCall, who, now, c.participantId(), c.raised());
        };
    }
}
