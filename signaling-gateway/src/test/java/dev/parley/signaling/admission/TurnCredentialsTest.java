package dev.parley.signaling.admission;

import static dev.parley.api.Samples.demo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Samples;
import dev.parley.signaling.frame.IceServer;
import dev.parley.signaling.frame.IceTransportPolicy;
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
    private static final List<String> NORTH = List.of("north");
    private static final Duration ELEVEN_HOURS = Duration.ofHours(11);
    private static final Clock elevenHoursBefore =
            Clock.fixed(Instant.ofEpochSecond(1_800_000_000L).minus(ELEVEN_HOURS), ZoneOffset.UTC);

    @Test
    void are_what_coturn_expects() {
        assertThat(servers(settings(NONE, TURN, NORTH)))
                .containsExactly(new IceServer(
                        TURN, Optional.of("1800000000:lead-42"), Optional.of("m5tHxC8lZjcGWlt/+ZSM56yz1gc=")));
    }

    @Test
    void are_given_for_both_secrets_while_one_is_changed() {
        assertThat(servers(settings(NONE, TURN, List.of("south", "north"))))
                .hasSize(2)
                .extracting(IceServer::credential)
                .doesNotHaveDuplicates()
                .endsWith(Optional.of("m5tHxC8lZjcGWlt/+ZSM56yz1gc="));
    }

    @Test
    void stun_needs_none() {
        assertThat(servers(settings(STUN, NONE, NONE)))
                .containsExactly(new IceServer(STUN, Optional.empty(), Optional.empty()));
    }

    @Test
    void without_servers_there_is_nothing_to_hand_out() {
        assertThat(servers(settings(NONE, NONE, NONE))).isEmpty();
    }

    @Test
    void servers_without_a_secret_would_relay_for_anybody() {
        assertThatThrownBy(() -> settings(NONE, TURN, List.of(" "))).hasMessageContaining("parley.turn.secret");
    }

    @Test
    void nobody_is_cut_off_in_the_longest_meeting() {
        assertThatThrownBy(() -> new TurnSettings(NONE, TURN, NORTH, Duration.ofHours(10), NONE))
                .hasMessageContaining("parley.turn.valid-for must be at least PT10H30M");
    }

    @Test
    void the_secret_is_not_printed() {
        assertThat(settings(NONE, TURN, NORTH).toString()).doesNotContain("north");
    }

    @Test
    void some_tenants_meet_through_relays_only() {
        assertThat(policy(NONE)).isEqualTo(IceTransportPolicy.ALL);
        assertThat(policy(List.of(demo.toString()))).isEqualTo(IceTransportPolicy.RELAY);
        assertThat(policy(List.of("*"))).isEqualTo(IceTransportPolicy.RELAY);
        assertThat(policy(List.of(Samples.elsewhere.toString()))).isEqualTo(IceTransportPolicy.ALL);
    }

    @Test
    void without_relays_nobody_could_meet_through_them() {
        assertThatThrownBy(() -> new TurnSettings(STUN, NONE, NONE, ELEVEN_HOURS, List.of("*")))
                .hasMessageContaining("parley.turn.relay-only");
    }

    private static IceTransportPolicy policy(List<String> relayOnly) {
        var settings = new TurnSettings(NONE, TURN, NORTH, ELEVEN_HOURS, relayOnly);
        return new TurnCredentials(settings, elevenHoursBefore).policyOf(demo);
    }

    private static TurnSettings settings(List<String> stun, List<String> urls, List<String> secret) {
        return new TurnSettings(stun, urls, secret, ELEVEN_HOURS, NONE);
    }

    private static List<IceServer> servers(TurnSettings settings) {
        return new TurnCredentials(settings, elevenHoursBefore).iceServersFor("lead-42");
    }
}
