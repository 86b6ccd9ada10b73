package dev.parley.infra.busyfeeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.api.Refused;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedAddressTest {
    private final FeedAddress addresses = new FeedAddress(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://calendar.acme.test/a.ics",
                "file:///etc/passwd",
                "ftp://calendar.acme.test/a.ics",
                "https://user:secret@calendar.acme.test/a.ics",
                "https:///a.ics",
                "https://",
                "calendar.acme.test/a.ics",
                "https://a b/",
                "javascript:alert(1)",
                "jar:https://x/!/"
            })
    void refuses_what_is_not_https(String address) {
        assertThatThrownBy(() -> addresses.read(address)).isInstanceOf(Refused.class);
    }

    @Test
    void takes_the_calendars_own_scheme_for_https_and_shows_only_the_server() {
        assertThat(addresses.read("webcal://calendar.acme.test:8443/secret/a.ics?key=1"))
                .isEqualTo(URI.create("https://calendar.acme.test:8443/secret/a.ics?key=1"));
        assertThat(FeedAddress.server(URI.create("https://calendar.acme.test:8443/secret/a.ics?key=1")))
                .isEqualTo("https://calendar.acme.test:8443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://224.0.0.1/",
                "https://[fe80::1]/",
                "https://[fc00::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://255.255.255.255/"
            })
    void refuses_the_neighbourhood(String address) {
        assertThatThrownBy(() -> addresses.mustBePublic(URI.create(address))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "172.32.0.1", "100.128.0.1", "2620:fe::9", "2a00:1450:4001::1"})
    void lets_what_anybody_can_reach_pass(String address) throws Exception {
        assertThat(FeedAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
