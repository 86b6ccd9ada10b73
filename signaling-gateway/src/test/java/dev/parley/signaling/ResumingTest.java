package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whoever comes back in time goes on where the connection broke. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResumingTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();

    @Test
    void brings_what_was_missed_and_nobody_notices() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.vanishes();
        alice.says("chat", "{\"text\":\"one\"}");
        alice.says("media", "{\"audio\":true,\"video\":false}");
        alice.says("level", "{\"level\":0.5,\"speaking\":true}");
        gateway.passes(Duration.ofSeconds(3));
        var back = gateway.resume(LENA, lena);

        assertThat(back.heardTypes()).containsExactly("chat", "media", "active-speaker", "resumed");
        assertThat(back.heard())
                .extracting(frame -> frame.path("seq").asLong())
                .containsExactly(6L, 8L, 10L, 11L); // 7 told Alice that her line is stored, 9 was a level
        assertThat(back.heard("resumed")
                        .getFirst()
                        .path("payload")
                        .path("lastId")
                        .asLong())
                .isEqualTo(1);
        gateway.passes(Duration.ofSeconds(10));
        assertThat(alice.heard("left")).isEmpty();
        assertThat(gateway.commands.sent(JoinMeeting.class)).hasSize(2);
    }

    @Test
    void repeats_what_was_sent_but_lost_on_the_way() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        alice.says("chat", "{\"text\":\"one\"}");
        alice.says("chat", "{\"text\":\"two\"}");
        lena.vanishes();
        var back = gateway.connect();
        back.says(
                "join",
                "{\"ticket\":\"%s\",\"resume\":{\"token\":\"%s\",\"lastSeq\":%d}}"
                        .formatted(
                                gateway.ticket(LENA),
                                token(lena),
                                lena.heard("chat").getFirst().path("seq").asLong()));

        assertThat(back.heard())
                .extracting(frame ->
                        frame.path("type").asString() + " " + frame.path("seq").asLong())
                .containsExactly("chat 8", "resumed 10");
    }

    @Test
    void after_a_longer_absence_is_seen_as_coming_back() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.vanishes();
        gateway.passesFor(Duration.ofSeconds(50), alice);
        var back = gateway.resume(LENA, lena);

        assertThat(back.heardTypes()).containsExactly("resumed");
        assertThat(alice.heardTypes()).endsWith("joined", "left", "joined");
        assertThat(gateway.commands.sent(LeaveMeeting.class)).isEmpty();
    }

    @Test
    void too_late_is_a_new_session() {
        var lena = gateway.join(LENA);
        lena.vanishes();
        gateway.passes(Duration.ofSeconds(61));

        assertThat(gateway.resume(LENA, lena).heardTypes()).startsWith("welcome");
        assertThat(gateway.commands.names()).containsExactly("JoinMeeting", "LeaveMeeting", "JoinMeeting");
    }

    @Test
    void needs_the_token_of_the_session_and_not_only_a_ticket() {
        var lena = gateway.join(LENA);
        lena.vanishes();
        var back = gateway.connect();
        back.says(
                "join",
                "{\"ticket\":\"%s\",\"resume\":{\"token\":\"guess\",\"lastSeq\":2}}".formatted(gateway.ticket(LENA)));

        assertThat(back.heardTypes()).startsWith("welcome");
    }

    @Test
    void coming_back_anew_is_not_counted_as_leaving() {
        var lena = gateway.join(LENA);
        lena.vanishes();
        var back = gateway.join(LENA);
        gateway.passesFor(Duration.ofSeconds(100), back);

        assertThat(gateway.commands.sent(LeaveMeeting.class)).isEmpty();
        assertThat(back.closedWith()).isEmpty();
    }

    @Test
    void somebody_elses_token_is_worth_nothing() {
        var lena = gateway.join(LENA);
        lena.vanishes();
        var gus = gateway.resume(GUS, lena);

        assertThat(gus.heardTypes()).startsWith("welcome");
        assertThat(gus.heard("welcome")
                        .getFirst()
                        .path("payload")
                        .path("self")
                        .path("name")
                        .asString())
                .isEqualTo("Gus Guest");
    }

    @Test
    void takes_over_a_connection_that_only_seems_alive() {
        var lena = gateway.join(LENA);
        var back = gateway.resume(LENA, lena);

        assertThat(back.heardTypes()).containsExactly("resumed");
        assertThat(lena.closedWith()).startsWith("4409");
    }

    private static String token(FakeSession session) {
        return session.heard("welcome")
                .getFirst()
                .path("payload")
                .path("resumeToken")
                .asString();
    }
}
