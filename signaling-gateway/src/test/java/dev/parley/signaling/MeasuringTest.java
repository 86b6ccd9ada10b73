package dev.parley.signaling;

import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingCommand.NotePoorConnection;
import dev.parley.signaling.frame.SignalRefusal;
import dev.parley.signaling.room.Attendee;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What browsers measure: told to the others in bearable doses, and believed only where it can be true. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeasuringTest {
    private static final String SPEAKS = "{\"level\":0.4,\"speaking\":true}";
    private static final String SILENT = "{\"level\":0,\"speaking\":false}";
    private static final String SENDS = "{\"audio\":true,\"video\":false}";
    private static final String MUTED = "{\"audio\":false,\"video\":false}";

    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();

    @Test
    void a_flood_of_levels_reaches_the_others_ten_times_a_second_and_ends_with_the_newest() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.says("media", SENDS);
        for (var i = 0; i < 50; i++) {
            lena.says("level", "{\"level\":0.%02d,\"speaking\":true}".formatted(i));
            gateway.passes(Duration.ofMillis(20));
        }
        gateway.passes(Duration.ofMillis(200));

        assertThat(alice.heard("level").size()).isBetween(9, 12);
        assertThat(alice.heard("level").getLast().at("/payload/level").asDouble())
                .isEqualTo(0.49);
        assertThat(lena.heard("level")).isEmpty();
    }

    @Test
    void everybody_hears_who_speaks_and_that_nobody_does_any_more() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.says("media", SENDS);
        lena.says("level", SPEAKS);
        gateway.passes(Duration.ofSeconds(1));
        lena.says("level", SILENT);
        gateway.passes(Duration.ofSeconds(3));

        assertThat(speakers(alice)).containsExactly(LENA.id().toString(), "");
        assertThat(speakers(lena)).isEqualTo(speakers(alice));
    }

    @Test
    void whoever_comes_in_hears_who_is_speaking_and_who_is_badly_off() {
        var alice = gateway.join(ALICE);
        var lena = aPoorLinkBetween(alice, gateway.join(LENA));
        lena.says("level", SPEAKS);
        var gus = gateway.join(GUS);

        assertThat(speakers(gus)).containsExactly(LENA.id().toString());
        assertThat(gus.heard("quality")).hasSize(2);
    }

    @Test
    void whoever_is_muted_or_never_sent_anything_has_no_level() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.says("level", SPEAKS);
        lena.says("media", SENDS);
        lena.says("media", MUTED);
        lena.says("level", SPEAKS);

        assertThat(lena.heard("error"))
                .extracting(error -> error.at("/payload/code").asString())
                .containsExactly("NOT_SENDING_AUDIO", "NOT_SENDING_AUDIO");
        assertThat(alice.heard("level")).isEmpty();
        assertThat(alice.heard("active-speaker")).isEmpty();
        assertThat(gateway.codec.refusals(SignalRefusal.NOT_SENDING_AUDIO)).isEqualTo(2);
    }

    @Test
    void silence_may_come_late_after_muting() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.says("media", SENDS);
        lena.says("level", SPEAKS);
        lena.says("media", MUTED);
        lena.says("level", SILENT);

        assertThat(lena.heard("error")).isEmpty();
        assertThat(speakers(alice)).containsExactly(LENA.id().toString(), "");
    }

    @Test
    void ten_percent_of_loss_are_poor_for_both_and_become_a_fact_once_a_minute() {
        var alice = gateway.join(ALICE);
        var lena = aPoorLinkBetween(alice, gateway.join(LENA));

        assertThat(lena.heard("quality"))
                .extracting(frame -> frame.at("/payload/participantId").asString() + " "
                        + frame.at("/payload/grade").asString())
                .containsExactlyInAnyOrder(ALICE.id() + " poor", LENA.id() + " poor");
        assertThat(noted()).containsExactlyInAnyOrder(LENA, ALICE);
        gateway.passes(Duration.ofSeconds(5));
        lena.says("quality", loss("0.10"));
        assertThat(noted()).hasSize(2);
        gateway.passesFor(Duration.ofSeconds(60), alice, lena);
        lena.says("quality", loss("0.10"));
        assertThat(noted()).hasSize(4);
    }

    @Test
    void a_link_that_is_none_has_no_quality() {
        gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.says("quality", loss("0.10"));

        assertThat(lena.heard("error").getFirst().at("/payload/code").asString())
                .isEqualTo("PEER_NOT_PRESENT");
        assertThat(noted()).isEmpty();
    }

    @Test
    void impossible_measurements_are_refused() {
        var lena = gateway.join(LENA);
        lena.says("quality", loss("1.5"));
        lena.says("quality", loss("-1"));
        lena.says("quality", loss("0").replace("20", "-1"));
        lena.says("quality", loss("0").replace("host", "satellite"));

        assertThat(lena.heard("error"))
                .extracting(error -> error.at("/payload/code").asString())
                .containsExactly("MALFORMED_NUMBER", "MALFORMED_NUMBER", "MALFORMED_NUMBER", "MALFORMED_CHOICE");
    }

    private FakeSession aPoorLinkBetween(FakeSession alice, FakeSession lena) {
        alice.says("media", SENDS);
        lena.says("media", SENDS);
        lena.says("quality", loss("0.10"));
        return lena;
    }

    private List<Attendee> noted() {
        return gateway.commands.sent(NotePoorConnection.class).stream()
                .map(note -> note.participantId().equals(LENA.id()) ? LENA : ALICE)
                .toList();
    }

    private static List<String> speakers(FakeSession session) {
        return session.heard("active-speaker").stream()
                .map(frame -> frame.at("/payload/participantId").asString(""))
                .toList();
    }

    private static String loss(String share) {
        return "{\"peer\":\"" + ALICE.id() + "\",\"rtt\":20,\"loss\":" + share
                + ",\"jitter\":5,\"candidateType\":\"host\"}";
    }
}
