package dev.parley.signaling;

import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.MeetingStatus;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How somebody with a ticket comes into a room, and who does not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JoiningTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();

    @Test
    void is_welcomed_once_the_meeting_counts_one_as_present() {
        gateway.commands.hold();
        var lena = gateway.join(LENA);

        assertThat(lena.heard()).isEmpty();
        gateway.commands.release();

        var welcome = lena.heard("welcome").getFirst();
        assertThat(gateway.commands.sent(JoinMeeting.class))
                .extracting(JoinMeeting::participant)
                .containsExactly(lenaInTheRoom);
        assertThat(welcome.path("seq").asLong()).isEqualTo(1);
        assertThat(welcome.path("re").asLong()).isEqualTo(1);
        assertThat(welcome.path("payload").path("self").path("name").asString()).isEqualTo("Lena Lead");
        assertThat(welcome.path("payload").path("meeting").path("status").asString())
                .isEqualTo("lobby-open");
        assertThat(welcome.path("payload").path("participants").size()).isEqualTo(1);
        assertThat(welcome.path("payload").has("disclosure")).isFalse();
    }

    @Test
    void frames_that_are_sent_ahead_of_the_welcome_are_not_lost() {
        var alice = gateway.join(ALICE);
        gateway.commands.hold();
        var lena = gateway.join(LENA);
        lena.says("chat", "{\"text\":\"hello\"}");
        gateway.commands.release();

        assertThat(alice.heardTypes()).endsWith("joined", "chat");
    }

    @Test
    void a_ticket_admits_once() {
        var ticket = gateway.ticket(LENA);
        gateway.connect().says("join", "{\"ticket\":\"" + ticket + "\"}");
        var again = gateway.connect();
        again.says("join", "{\"ticket\":\"" + ticket + "\"}");

        assertThat(again.heardTypes()).containsExactly("error");
        assertThat(again.closedWith()).isEqualTo("4401 TICKET_INVALID");
    }

    @Test
    void a_ticket_expires() {
        var ticket = gateway.ticket(LENA);
        gateway.passes(Duration.ofSeconds(31));
        var lena = gateway.connect();
        lena.says("join", "{\"ticket\":\"" + ticket + "\"}");

        assertThat(lena.closedWith()).isEqualTo("4401 TICKET_INVALID");
    }

    @Test
    void what_the_meeting_refuses_is_passed_on() {
        gateway.commands.refuse(JoinMeeting.class, new Refused(MeetingRefusal.INVITEE_UNKNOWN));
        var lena = gateway.join(LENA);

        assertThat(lena.heard("error").getFirst().path("payload").path("code").asString())
                .isEqualTo("INVITEE_UNKNOWN");
        assertThat(lena.closedWith()).isEqualTo("4403 INVITEE_UNKNOWN");
    }

    @Test
    void nobody_comes_in_when_it_is_over() {
        gateway.meetings.know(KnownMeetings.page(MeetingStatus.COMPLETED));

        assertThat(gateway.join(LENA).closedWith()).isEqualTo("4403 MEETING_OVER");
        assertThat(gateway.commands.sent()).isEmpty();
    }

    @Test
    void a_fault_of_ours_is_worth_another_try() {
        gateway.commands.refuse(JoinMeeting.class, new IllegalStateException("the database is away"));

        assertThat(gateway.join(LENA).closedWith()).isEqualTo("1013 NOT_STORED");
    }

    @Test
    void a_full_room_takes_nobody_more() {
        var small = new GatewayInVirtualTime("room.people=1");
        small.join(ALICE);

        assertThat(small.join(LENA).closedWith()).isEqualTo("4403 ROOM_FULL");
    }

    @Test
    void whoever_says_something_else_first_is_put_out() {
        var stranger = gateway.connect();
        stranger.says("chat", "{\"text\":\"let me in\"}");

        assertThat(stranger.closedWith()).isEqualTo("4400 JOIN_EXPECTED");
    }

    @Test
    void whoever_says_nothing_is_put_out() {
        var stranger = gateway.connect();
        gateway.passes(Duration.ofMillis(4_900));
        assertThat(stranger.closedWith()).isEmpty();
        gateway.passes(Duration.ofMillis(200));

        assertThat(stranger.closedWith()).isEqualTo("4400 JOIN_EXPECTED");
    }

    @Test
    void the_newer_connection_of_the_same_person_wins() {
        var alice = gateway.join(ALICE);
        var older = gateway.join(LENA);
        var newer = gateway.join(LENA);

        assertThat(older.closedWith()).isEqualTo("4409 REPLACED");
        assertThat(newer.heardTypes()).contains("welcome");
        assertThat(alice.heardTypes()).endsWith("joined", "left", "joined");
        assertThat(alice.heard("left").getFirst().path("payload").path("reason").asString())
                .isEqualTo("replaced");
        gateway.passesFor(Duration.ofSeconds(100), alice, newer);
        assertThat(gateway.commands.sent(LeaveMeeting.class)).isEmpty();
    }

    @Test
    void whoever_falls_silent_before_being_welcomed_is_counted_out_again() {
        gateway.commands.hold();
        var lena = gateway.join(LENA);
        gateway.passes(Duration.ofSeconds(26));
        assertThat(lena.isOver()).isTrue();
        gateway.commands.release();
        gateway.passes(Duration.ofSeconds(61));

        assertThat(gateway.commands.names()).containsExactly("JoinMeeting", "LeaveMeeting");
    }

    @Test
    void whoever_is_gone_before_being_welcomed_is_counted_out_again() {
        gateway.commands.hold();
        var lena = gateway.join(LENA);
        lena.vanishes();
        gateway.commands.release();
        gateway.passes(Duration.ofSeconds(61));

        assertThat(gateway.commands.names()).containsExactly("JoinMeeting", "LeaveMeeting");
    }
}
