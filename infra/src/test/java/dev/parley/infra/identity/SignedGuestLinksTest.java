package dev.parley.infra.identity;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lenaInTheRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.meeting.GuestLinks.Guest;
import dev.parley.api.meeting.Participant;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smallhouse.MovableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedGuestLinksTest {
    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_SECRET =
            Base64.getEncoder().encodeToString("x".repeat(32).getBytes());

    private final MovableClock clock = new MovableClock(Samples.now);
    private final SignedGuestLinks links = links(SECRET);

    @Test
    void admit_whom_they_name() {
        assertThat(links.read(tokenFor(lenaInTheRoom))).contains(new Guest(demo, discoveryCall, lenaInTheRoom));
    }

    @Test
    void keep_names_as_people_write_them() {
        var zoe = new Participant(lenaInTheRoom.participantId(), "Zoë “Z” 李雷 🙂", lenaInTheRoom.role());
        assertThat(links.read(tokenFor(zoe)).orElseThrow().participant()).isEqualTo(zoe);
    }

    @Test
    void lead_to_the_page_and_look_like_no_file() {
        var link = links.linkFor(demo, discoveryCall, lenaInTheRoom, Samples.now.plusSeconds(60));
        assertThat(link.toString()).matches("https://meet\\.example/join/[A-Za-z0-9_-]+");
    }

    @Test
    void work_until_they_expire() {
        var token = tokenFor(lenaInTheRoom);
        clock.pass(Duration.ofSeconds(59));
        assertThat(links.read(token)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(links.read(token)).isEmpty();
    }

    @Test
    void are_void_when_any_bit_was_changed() {
        var token = tokenFor(lenaInTheRoom);
        var bytes = Base64.getUrlDecoder().decode(token);
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] ^= 1;
            assertThat(links.read(encoded(bytes))).as("byte " + i).isEmpty();
            bytes[i] ^= 1;
        }
        assertThat(links.read(encoded(bytes))).isPresent();
    }

    @Test
    void of_another_installation_are_void() {
        assertThat(links(OTHER_SECRET).read(tokenFor(lenaInTheRoom))).isEmpty();
    }

    @Test
    void cannot_be_put_together_from_two() {
        var lena = Base64.getUrlDecoder().decode(tokenFor(lenaInTheRoom));
        var gus = Base64.getUrlDecoder().decode(tokenFor(gusInTheRoom));
        System.arraycopy(gus, gus.length - 32, lena, lena.length - 32, 32);
        assertThat(links.read(encoded(lena))).isEmpty();
    }

    @Test
    void have_one_spelling() {
        var al = new Participant(lenaInTheRoom.participantId(), "Al", lenaInTheRoom.role());
        var token = tokenFor(al);
        assertThat(links.read(token)).isPresent();
        assertThat(links.read(token + "=")).isEmpty();
        assertThat(links.read(" " + token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "abc", "%00", "../../x", "AAAA"})
    void that_are_rubbish_are_void(String token) {
        assertThat(links.read(token)).isEmpty();
    }

    @Test
    void that_are_endless_are_void_at_once() {
        assertThat(links.read("A".repeat(1_000_000))).isEmpty();
    }

    private String tokenFor(Participant guest) {
        var link = links.linkFor(demo, discoveryCall, guest, Samples.now.plusSeconds(60));
        return link.getPath().replace("/join/", "");
    }

    private SignedGuestLinks links(String secret) {
        return new SignedGuestLinks(
                Secret.given(secret).keyFor("guest links"), () -> URI.create("https://meet.example"), clock);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
