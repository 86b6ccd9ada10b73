package dev.parley.infra.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An open relay is somebody else's way into the house, so the shipped configuration closes what coturn leaves open. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CoturnConfTest {
    private final CoturnConf conf = CoturnConf.shipped();

    @Test
    void only_signed_credentials_open_it() {
        assertThat(conf.says("use-auth-secret")).isTrue();
        assertThat(conf.values("static-auth-secret")).hasSize(1);
        assertThat(conf.values("realm")).hasSize(1);
        assertThat(conf.lines()).doesNotContain("no-auth", "lt-cred-mech").noneMatch(line -> line.startsWith("user="));
    }

    @Test
    void it_holds_no_secret_of_ours() {
        assertThat(conf.values("static-auth-secret")).allMatch(secret -> secret.startsWith("<"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1",
                "172.31.255.255", "192.168.1.1", "198.18.0.1", "255.255.255.255", "::1", "fc00::1", "fd12:3456::1",
                "fe80::1", "febf::1", "64:ff9b::a00:1", "2002:a00:1::1"
            })
    void nothing_inside_is_reached_through_it(String address) {
        assertThat(denies(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.255.255.255", "11.0.0.0", "172.32.0.1", "8.8.8.8", "2606:4700::1", "fec0::1"})
    void the_open_internet_is(String address) {
        assertThat(denies(address)).isFalse();
    }

    @Test
    void nobody_takes_it_all() {
        assertThat(conf.values("user-quota"))
                .singleElement()
                .satisfies(quota -> assertThat(quota).matches("[1-9]\\d*"));
        assertThat(conf.values("total-quota"))
                .singleElement()
                .satisfies(quota -> assertThat(quota).matches("[1-9]\\d*"));
        assertThat(conf.values("max-bps")).hasSize(1);
        assertThat(conf.lines())
                .contains("no-cli", "no-multicast-peers", "no-tcp-relay", "stale-nonce=600", "fingerprint");
    }

    private boolean denies(String address) {
        // Java takes IPv6's copies of IPv4 addresses for these; coturn does not.
        return conf.values("denied-peer-ip").stream()
                .filter(range -> !range.startsWith("::ffff:"))
                .anyMatch(range -> contains(range, address));
    }

    private static boolean contains(String range, String address) {
        var ends = range.split("-", -1);
        var first = InetAddress.ofLiteral(ends[0]);
        var value = number(InetAddress.ofLiteral(address));
        if (first.getAddress().length != InetAddress.ofLiteral(address).getAddress().length) return false;
        var last = InetAddress.ofLiteral(ends[ends.length - 1]);
        return number(first).compareTo(value) <= 0 && value.compareTo(number(last)) <= 0;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}
