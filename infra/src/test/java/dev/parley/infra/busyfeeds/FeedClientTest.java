package dev.parley.infra.busyfeeds;

import static dev.parley.infra.busyfeeds.UnreadableFeed.Why.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class FeedClientTest {
    private CalendarServer server;
    private FeedClient client;

    @BeforeEach
    void start() throws IOException {
        server = new CalendarServer();
        client = new FeedClient(new FeedAddress(true), settings());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void fetches_only_what_has_changed() throws Exception {
        server.shows("\"v1\"", "BEGIN:VCALENDAR");
        var first = client.fetch(server.address(), "");
        assertThat(new String(first.body())).isEqualTo("BEGIN:VCALENDAR");
        var second = client.fetch(server.address(), first.etag());
        assertThat(second.changed()).isFalse();
        assertThat(server.tagsAsked()).containsExactly("", "\"v1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "401,NOT_ALLOWED",
        "403,NOT_ALLOWED",
        "404,NOT_FOUND",
        "410,NOT_FOUND",
        "418,SERVER_FAILED",
        "500,SERVER_FAILED"
    })
    void says_why_it_cannot(int status, UnreadableFeed.Why why) {
        server.behaves(exchange -> CalendarServer.answer(exchange, status, "no"));
        refuses(why, server.address());
    }

    @Test
    void stops_at_what_is_too_large_though_it_never_ends() {
        server.neverEnds(10_000, 0);
        refuses(TOO_LARGE, server.address());
    }

    @Test
    void stops_at_what_drips_for_ever() {
        server.neverEnds(1, 50);
        refuses(TOO_SLOW, server.address());
    }

    @Test
    void stops_at_what_never_answers() {
        server.behaves(_ -> Thread.sleep(60_000));
        refuses(TOO_SLOW, server.address());
    }

    @Test
    void follows_no_circle() {
        server.redirectsTo("/secret.ics");
        refuses(TOO_MANY_REDIRECTS, server.address());
        assertThat(server.tagsAsked()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "https://u:p@acme.test/", "http://[", ""})
    void follows_nobody_astray(String location) {
        server.redirectsTo(location);
        assertThatThrownBy(() -> client.fetch(server.address(), ""))
                .isInstanceOfSatisfying(
                        UnreadableFeed.class,
                        unreadable ->
                                assertThat(unreadable.why()).isIn(ADDRESS_REFUSED, SERVER_FAILED, TOO_MANY_REDIRECTS));
    }

    @Test
    void does_not_ask_the_neighbours() {
        server.shows("\"v1\"", "BEGIN:VCALENDAR");
        try (var careful = new FeedClient(new FeedAddress(false), settings())) {
            var https = server.address().replace("http:", "https:");
            assertThatThrownBy(() -> careful.fetch(https, ""))
                    .isInstanceOfSatisfying(
                            UnreadableFeed.class,
                            unreadable -> assertThat(unreadable.why()).isEqualTo(ADDRESS_REFUSED));
        }
        assertThat(server.tagsAsked()).isEmpty();
    }

    @Test
    void notices_a_server_that_is_not_there() {
        var address = server.address();
        server.close();
        refuses(NOT_REACHED, address);
    }

    private void refuses(UnreadableFeed.Why why, String address) {
        assertThatThrownBy(() -> client.fetch(address, ""))
                .isInstanceOfSatisfying(
                        UnreadableFeed.class,
                        unreadable -> assertThat(unreadable.why()).isEqualTo(why));
    }

    private static BusyFeedSettings settings() {
        return new BusyFeedSettings(
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofSeconds(2),
                DataSize.ofKilobytes(100),
                3,
                100,
                1_000,
                Duration.ofDays(400),
                2,
                Duration.ofMillis(100),
                true);
    }
}
