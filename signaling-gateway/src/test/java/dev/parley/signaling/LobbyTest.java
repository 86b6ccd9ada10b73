package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingEvent.LobbyOpened;
import dev.parley.api.meeting.MeetingEvent.ParticipantAdmitted;
import dev.parley.api.meeting.MeetingEvent.ParticipantDenied;
import dev.parley.api.meeting.MeetingEvent.RoomUnlocked;
import dev.parley.api.meeting.MeetingQuery.Door;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.meeting.ModerationCommand.AdmitParticipant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Waiting to be let in: who hears of it, what ends it, and that nothing else is possible meanwhile. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LobbyTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();

    @Test
    void who_must_wait_is_told_for_what_and_stays() {
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);

        assertThat(lena.heardTypes()).containsExactly("waiting");
        assertThat(payload(lena, "waiting").path("reason").asString()).isEqualTo("host-admits");
        assertThat(payload(lena, "waiting").path("atTheLatest").asString()).isEqualTo("2026-12-01T08:05:00Z");
        assertThat(lena.heard("waiting").getFirst().path("re").asLong()).isEqualTo(1);
        gateway.passesFor(Duration.ofMinutes(10), lena);
        assertThat(lena.closedWith()).isEmpty();
    }

    @Test
    void only_hosts_hear_who_knocks() {
        var alice = gateway.join(ALICE);
        var gus = gateway.join(GUS);
        lenaWaitsFor(MeetingRefusal.HOST_ADMITS);

        assertThat(payload(alice, "knock").path("name").asString()).isEqualTo("Lena Lead");
        assertThat(gus.heard("knock")).isEmpty();
    }

    @Test
    void a_host_who_comes_later_finds_who_waits_and_lets_nobody_in_by_coming() {
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        var alice = gateway.join(ALICE);

        assertThat(payload(alice, "welcome").path("waiting"))
                .extracting(knock -> knock.path("participantId").asString())
                .containsExactly(LENA.id().toString());
        assertThat(lena.heardTypes()).containsExactly("waiting");
    }

    @Test
    void a_guest_is_not_told_who_waits() {
        lenaWaitsFor(MeetingRefusal.HOST_ADMITS);

        assertThat(payload(gateway.join(GUS), "welcome").has("waiting")).isFalse();
    }

    @Test
    void who_is_let_in_is_welcomed_on_the_same_connection() {
        var alice = gateway.join(ALICE);
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        alice.says("admit", about(LENA.id()));
        assertThat(gateway.commands.sent(AdmitParticipant.class))
                .extracting(AdmitParticipant::participantId)
                .containsExactly(LENA.id());
        assertThat(lena.heard("welcome")).isEmpty();

        gateway.commands.acceptAll();
        gateway.rooms.happened(new ParticipantAdmitted(discoveryCall, LENA.id()));

        assertThat(lena.heard("welcome").getFirst().path("re").asLong()).isEqualTo(1);
        assertThat(alice.heardTypes()).endsWith("knock", "knock-over", "joined");
    }

    @Test
    void who_answers_the_welcome_at_once_is_heard() {
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        lena.replies("welcome", () -> lena.says("hand", "{\"raised\":true}"));
        gateway.commands.acceptAll();
        gateway.rooms.happened(new ParticipantAdmitted(discoveryCall, LENA.id()));

        assertThat(lena.heardTypes()).startsWith("waiting", "welcome").doesNotContain("error");
    }

    @Test
    void all_are_let_in_one_by_one() {
        var alice = gateway.join(ALICE);
        lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        gateway.commands.keepOut(GUS.id(), MeetingRefusal.ROOM_LOCKED);
        gateway.join(GUS);
        alice.says("admit-all", "{}");

        assertThat(gateway.commands.sent(AdmitParticipant.class))
                .extracting(AdmitParticipant::participantId)
                .containsExactly(LENA.id(), GUS.id());
    }

    @Test
    void who_is_denied_is_told_so_and_goes() {
        var alice = gateway.join(ALICE);
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        gateway.rooms.happened(new ParticipantDenied(discoveryCall, LENA.id()));

        assertThat(payload(lena, "error").path("code").asString()).isEqualTo("DENIED");
        assertThat(lena.closedWith()).isEqualTo("4403 DENIED");
        assertThat(alice.heardTypes()).endsWith("knock", "knock-over");
    }

    @Test
    void the_lobby_opens_for_those_who_were_early() {
        var lena = lenaWaitsFor(MeetingRefusal.NOT_OPEN_YET);
        gateway.commands.acceptAll();
        gateway.rooms.happened(new LobbyOpened(discoveryCall));

        assertThat(lena.heardTypes()).startsWith("waiting", "welcome");
    }

    @Test
    void who_waits_for_something_else_next_is_told_so() {
        var lena = lenaWaitsFor(MeetingRefusal.ROOM_LOCKED);
        gateway.commands.keepOut(LENA.id(), MeetingRefusal.HOST_ADMITS);
        gateway.rooms.happened(new RoomUnlocked(discoveryCall));

        assertThat(lena.heard("waiting"))
                .extracting(frame -> frame.path("payload").path("reason").asString())
                .containsExactly("locked", "host-admits");
    }

    @Test
    void what_happens_at_the_door_while_the_meeting_is_asked_is_not_missed() {
        gateway.commands.hold();
        var lena = gateway.join(LENA);
        gateway.rooms.happened(new LobbyOpened(discoveryCall));
        gateway.commands.refuseHeld(MeetingRefusal.NOT_OPEN_YET);

        assertThat(lena.heardTypes()).startsWith("waiting", "welcome");
        assertThat(gateway.commands.sent(JoinMeeting.class)).hasSize(2);
    }

    @Test
    void who_waits_may_only_go() {
        var alice = gateway.join(ALICE);
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        lena.says("chat", "{\"text\":\"let me in\"}");
        lena.says("media", "{\"audio\":true}");
        lena.says("join", "{\"ticket\":\"" + gateway.ticket(LENA) + "\"}");
        assertThat(lena.heard("error"))
                .extracting(frame -> frame.path("payload").path("code").asString())
                .containsExactly("STILL_WAITING", "MISSING", "ALREADY_JOINED");
        lena.says("leave", "{}");

        assertThat(lena.closedWith()).isEqualTo("1000 LEFT");
        assertThat(alice.heardTypes()).endsWith("knock", "knock-over");
    }

    @Test
    void who_vanishes_waits_no_longer() {
        var alice = gateway.join(ALICE);
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        lena.vanishes();
        gateway.commands.acceptAll();
        gateway.rooms.happened(new ParticipantAdmitted(discoveryCall, LENA.id()));

        assertThat(alice.heardTypes()).endsWith("knock", "knock-over");
    }

    @Test
    void the_newer_connection_of_the_same_person_waits_on() {
        var alice = gateway.join(ALICE);
        var older = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        var newer = gateway.join(LENA);

        assertThat(older.closedWith()).isEqualTo("4409 REPLACED");
        assertThat(newer.heardTypes()).containsExactly("waiting");
        assertThat(alice.heard("knock")).hasSize(1);
        assertThat(alice.heard("knock-over")).isEmpty();
    }

    @Test
    void when_no_host_comes_in_time_the_invited_are_let_in() {
        gateway.meetings.know(KnownMeetings.page(
                MeetingStatus.LOBBY_OPEN, gateway.clock.instant().plusSeconds(60), Door.USUAL));
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        gateway.passesFor(Duration.ofSeconds(340), lena);
        assertThat(gateway.commands.sent(AdmitParticipant.class)).isEmpty();
        gateway.passesFor(Duration.ofSeconds(30), lena);

        assertThat(gateway.commands.sent(AdmitParticipant.class))
                .extracting(command -> command.by().kind())
                .containsExactly(Actor.Kind.SYSTEM);
    }

    @Test
    void while_a_host_is_here_nobody_else_lets_people_in() {
        gateway.meetings.know(KnownMeetings.page(MeetingStatus.LOBBY_OPEN, gateway.clock.instant(), Door.USUAL));
        var alice = gateway.join(ALICE);
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        gateway.passesFor(Duration.ofSeconds(301), lena, alice);
        assertThat(gateway.commands.sent(AdmitParticipant.class)).isEmpty();
        alice.says("leave", "{}");
        gateway.passesFor(Duration.ofSeconds(301), lena);

        assertThat(gateway.commands.sent(AdmitParticipant.class)).hasSize(1);
    }

    @Test
    void who_waits_hears_the_end_too() {
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        gateway.rooms.happened(aDiscoveryCall().cancelled());

        assertThat(payload(lena, "ended").path("reason").asString()).isEqualTo("Alice is ill");
        assertThat(lena.closedWith()).startsWith("4410");
    }

    @Test
    void a_server_that_goes_away_says_so_in_the_lobby_too() {
        var lena = lenaWaitsFor(MeetingRefusal.HOST_ADMITS);
        gateway.rooms.close();

        assertThat(lena.closedWith()).startsWith("1001");
    }

    @Test
    void a_full_lobby_takes_nobody_more() {
        var small = new GatewayInVirtualTime("room.waiting=1");
        small.commands.refuse(JoinMeeting.class, new Refused(MeetingRefusal.HOST_ADMITS));
        small.join(LENA);

        assertThat(small.join(GUS).closedWith()).isEqualTo("4403 ROOM_FULL");
    }

    @Test
    void a_room_in_which_somebody_waits_is_not_forgotten() {
        var lena = lenaWaitsFor(MeetingRefusal.ROOM_LOCKED);
        gateway.passesFor(Duration.ofMinutes(40), lena);
        gateway.commands.acceptAll();
        gateway.rooms.happened(new RoomUnlocked(discoveryCall));

        assertThat(lena.heardTypes()).startsWith("waiting", "welcome");
    }

    @Test
    void hosts_only_let_in_who_waits() {
        var alice = gateway.join(ALICE);
        for (var frame : List.of("admit", "deny")) alice.says(frame, about(LENA.id()));

        assertThat(alice.heard("error"))
                .extracting(error -> error.path("payload").path("code").asString())
                .containsOnly("NOT_WAITING")
                .hasSize(2);
        assertThat(gateway.commands.names()).containsExactly("JoinMeeting");
    }

    private FakeSession lenaWaitsFor(MeetingRefusal why) {
        gateway.commands.keepOut(LENA.id(), why);
        return gateway.join(LENA);
    }

    private static String about(Object participant) {
        return "{\"participantId\":\"" + participant + "\"}";
    }

    private static JsonNode payload(FakeSession session, String type) {
        return session.heard(type).getFirst().path("payload");
    }
}
