package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static dev.parley.signaling.KnownMeetings.pageWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two are in a call on one node, which dies without a word; another node takes them in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ANodeDiesTest {
    private static final String SENDS = "{\"audio\":true,\"video\":true}";

    private final GatewayInVirtualTime one = new GatewayInVirtualTime();
    private final GatewayInVirtualTime other = new GatewayInVirtualTime();
    private final FakeSession aliceBefore = calls(one.join(ALICE));
    private final FakeSession lenaBefore = calls(one.join(LENA));

    @Test
    void both_go_on_elsewhere_as_the_same_people_and_connect_media_again() {
        aliceBefore.vanishes();
        lenaBefore.vanishes();
        var alice = calls(other.resume(ALICE, aliceBefore));
        var lena = calls(other.resume(LENA, lenaBefore));

        assertThat(alice.heard("resumed")).isEmpty();
        assertThat(self(alice)).isEqualTo(ALICE.id().toString());
        assertThat(people(lena))
                .containsExactly(ALICE.id().toString(), LENA.id().toString());
        assertThat(peers(alice)).containsExactly(LENA.id().toString());
        assertThat(peers(lena)).containsExactly(ALICE.id().toString());
        assertThat(negotiates(lena, "/payload/polite")).isNotEqualTo(negotiates(alice, "/payload/polite"));
    }

    @Test
    void whoever_does_not_come_is_no_ghost_there() {
        aliceBefore.vanishes();
        lenaBefore.vanishes();
        var alice = calls(other.resume(ALICE, aliceBefore));
        other.passesFor(Duration.ofMinutes(2), alice);

        assertThat(people(alice)).containsExactly(ALICE.id().toString());
        assertThat(alice.heardTypes()).doesNotContain("joined", "left", "negotiate");
        assertThat(alice.closedWith()).isEmpty();
    }

    @Test
    void whoever_does_not_come_is_counted_out_there_after_the_time_for_coming_back() {
        aliceBefore.vanishes();
        lenaBefore.vanishes();
        other.meetings.know(pageWith(ALICE.id(), LENA.id()));
        var alice = other.resume(ALICE, aliceBefore);

        other.passesFor(Duration.ofSeconds(50), alice);
        assertThat(other.commands.sent(LeaveMeeting.class)).isEmpty();
        other.passesFor(Duration.ofSeconds(20), alice);

        assertThat(other.commands.sent(LeaveMeeting.class))
                .extracting(left -> left.participantId() + " " + left.by().kind() + " " + left.reason())
                .containsExactly(LENA.id() + " SYSTEM connection lost");
        other.passesFor(Duration.ofMinutes(2), alice);
        assertThat(other.commands.sent(LeaveMeeting.class)).hasSize(1);
    }

    @Test
    void whoever_comes_a_little_later_is_not_counted_out() {
        aliceBefore.vanishes();
        lenaBefore.vanishes();
        other.meetings.know(pageWith(ALICE.id(), LENA.id()));
        var alice = other.resume(ALICE, aliceBefore);
        other.passesFor(Duration.ofSeconds(50), alice);
        var lena = other.resume(LENA, lenaBefore);
        other.passesFor(Duration.ofMinutes(2), alice, lena);

        assertThat(other.commands.sent(LeaveMeeting.class)).isEmpty();
    }

    private static FakeSession calls(FakeSession session) {
        session.says("media", SENDS);
        return session;
    }

    private static String self(FakeSession session) {
        return session.heard("welcome")
                .getFirst()
                .at("/payload/self/participantId")
                .asString();
    }

    private static List<String> people(FakeSession session) {
        return session.heard("welcome").getFirst().at("/payload/participants").values().stream()
                .map(person -> person.path("participantId").asString())
                .toList();
    }

    private static List<String> peers(FakeSession session) {
        return negotiates(session, "/payload/peer");
    }

    private static List<String> negotiates(FakeSession session, String what) {
        return session.heard("negotiate").stream()
                .map(frame -> frame.at(what).asString())
                .toList();
    }
}
