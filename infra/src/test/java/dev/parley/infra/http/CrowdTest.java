package dev.parley.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.WireFormat;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** Three looks and one change a minute. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrowdTest {
    private static final String PAGE = "/api/v1/public/demo/alice/intro";
    private static final String LENA = "203.0.113.7";

    private final AtomicInteger served = new AtomicInteger();
    private Instant now = Instant.parse("2026-11-30T08:00:00Z");
    private final Crowd crowd =
            new Crowd(new CrowdSettings(3, 1, 100), new ProblemAnswers(WireFormat.mapper()), new MovableClock());

    @Test
    void is_told_when_to_come_back() {
        for (var look = 0; look < 3; look++)
            assertThat(looks(LENA).getStatusCode()).isNull();
        now = now.plusSeconds(20);

        var turnedAway = looks(LENA);
        assertThat(turnedAway.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(turnedAway.getHeaders().getFirst("Retry-After")).isEqualTo("40");
        assertThat(turnedAway.getBodyAsString().block()).contains("\"code\":\"TOO_MANY_REQUESTS\"");
        assertThat(served).hasValue(3);
    }

    @Test
    void is_welcome_again_once_that_time_has_passed() {
        for (var look = 0; look < 4; look++) looks(LENA);
        now = now.plusSeconds(59);
        assertThat(looks(LENA).getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        now = now.plusSeconds(1);
        assertThat(looks(LENA).getStatusCode()).isNull();
    }

    @Test
    void may_change_less_than_look_and_one_does_not_count_for_the_other() {
        assertThat(changes(LENA).getStatusCode()).isNull();
        assertThat(changes(LENA).getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        for (var look = 0; look < 3; look++)
            assertThat(looks(LENA).getStatusCode()).isNull();
    }

    @Test
    void is_everybody_behind_one_address_or_one_network_of_somebody_s_own() {
        changes("2001:db8:1:1::1");
        assertThat(changes("2001:db8:1:1::2").getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(changes("2001:db8:1:2::1").getStatusCode()).isNull();
        assertThat(changes(LENA).getStatusCode()).isNull();
        assertThat(changes("203.0.113.8").getStatusCode()).isNull();
    }

    @Test
    void is_nobody_with_an_account() {
        for (var look = 0; look < 10; look++)
            assertThat(ask(HttpMethod.GET, "/api/v1/meetings", LENA).getStatusCode())
                    .isNull();
    }

    private MockServerHttpResponse looks(String address) {
        return ask(HttpMethod.GET, PAGE, address);
    }

    private MockServerHttpResponse changes(String address) {
        return ask(HttpMethod.POST, PAGE + "/bookings", address);
    }

    private MockServerHttpResponse ask(HttpMethod method, String path, String address) {
        var request = MockServerHttpRequest.method(method, path).remoteAddress(new InetSocketAddress(address, 50_000));
        var exchange = MockServerWebExchange.from(request);
        crowd.filter(exchange, _ -> Mono.fromRunnable(served::incrementAndGet)).block();
        return exchange.getResponse();
    }

    private final class MovableClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
