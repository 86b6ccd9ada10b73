package dev.parley.signaling.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.signaling.frame.IceServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnCredentialsTest {
    private static final List<String> NONE = List.of();
    private static final List<String> TURN = List.of("turn:turn.example.org:3478?transport=udp");
    private static final List<String> STUN = List.of("stun:stun.example.org:3478");
    private static final Duration NINE_HOURS = Duration.ofHours(9);
    private static final Clock nineHoursBefore =
            Clock.fixed(Instant.ofEpochSecond(1_800_000_000L).minus(NINE_HOURS), ZoneOffset.UTC);

    @Test
    void are_what_coturn_expects() {
        assertThat(servers(new TurnSettings(NONE, TURN, "north", NINE_HOURS)))
                .containsExactly(new IceServer(
                        TURN, Optional.of("1800000000:lead-42"), Optional.of("m5tHxC8lZjcGWlt/+ZSM56yz1gc=")));
    }

    @Test
    void stun_needs_none() {
        assertThat(servers(new TurnSettings(STUN, NONE, "", NINE_HOURS)))
                .containsExactly(new IceServer(STUN, Optional.empty(), Optional.empty()));
    }

    @Test
    void without_servers_there_is_nothing_to_hand_out() {
        assertThat(servers(new TurnSettings(NONE, NONE, "", NINE_HOURS))).isEmpty();
    }

    @Test
    void servers_without_a_secret_would_relay_for_anybody() {
        assertThatThrownBy(() -> new TurnSettings(NONE, TURN, " ", NINE_HOURS))
                .hasMessageContaining("parley.turn.secret");
    }

    @Test
    void the_secret_is_not_printed() {
        assertThat(new TurnSettings(NONE, TURN, "north", NINE_HOURS).toString()).doesNotContain("north");
    }

    private static List<IceServer> servers(TurnSettings settings) {
        return new TurnCredentials(settings, nineHoursBefore).iceServersFor("lead-42");
    }
}
