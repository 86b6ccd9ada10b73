package dev.parley.query.calendarfeed;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.elsewhere;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.TenantId;
import dev.parley.api.feed.FeedEvent.FeedClosed;
import dev.parley.api.feed.FeedEvent.FeedOpened;
import dev.parley.api.feed.FeedId;
import dev.parley.api.feed.FeedSecrets;
import dev.parley.api.feed.FeedSecrets.Key;
import dev.parley.query.Told;
import dev.parley.query.Views;
import dev.parley.query.calendarfeed.FeedDocument.Entry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.test.web.reactive.server.WebTestClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FeedTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final FeedId alices = FeedId.of(demo, alice.id());
    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views);
        told.to(new FeedProjection(views.jdbc(), told));
    }

    @Test
    void is_found_at_its_address_until_it_gets_another() {
        told.that(alices, opened("first"));
        assertThat(userAt("first")).contains(alice.id());
        told.that(alices, opened("second"));
        assertThat(userAt("first")).isEmpty();
        assertThat(userAt("second")).contains(alice.id());
    }

    @Test
    void is_found_nowhere_once_it_is_closed_until_it_is_opened_again() {
        told.that(alices, opened("first")).that(alices, new FeedClosed(alices));
        assertThat(userAt("first")).isEmpty();
        told.that(alices, opened("second"));
        assertThat(userAt("second")).contains(alice.id());
    }

    @Test
    void is_nobody_elses() {
        told.that(alices, opened("first"));
        assertThat(reader().userAt(new Key(elsewhere, "first")).blockOptional()).isEmpty();
    }

    @Test
    void tells_its_owner_whether_it_is_open_and_never_where() {
        assertThat(state()).isEqualTo("false Optional.empty -1");
        told.that(alices, opened("first"));
        assertThat(state()).isEqualTo("true Optional[" + now + "] 0");
        told.that(alices, new FeedClosed(alices));
        assertThat(state()).isEqualTo("false Optional.empty 1");
    }

    @Test
    void says_the_same_however_often_it_is_told() {
        told.that(alices, opened("first")).that(alices, new FeedClosed(alices)).that(alices, opened("second"));
        told.again();
        assertThat(userAt("second")).contains(alice.id());
        assertThat(userAt("first")).isEmpty();
        told.rebuilt();
        assertThat(userAt("second")).contains(alice.id());
    }

    @Test
    void shows_a_window_of_the_hosts_own_meetings_and_none_that_is_off() {
        meeting("now", alice.id(), now, "SCHEDULED");
        meeting("cancelled", alice.id(), now, "CANCELLED");
        meeting("bobs", bob.id(), now, "SCHEDULED");
        meeting("long ago", alice.id(), now.minus(Duration.ofDays(31)), "COMPLETED");
        meeting("lately", alice.id(), now.minus(Duration.ofDays(29)), "COMPLETED");
        meeting("far away", alice.id(), now.plus(Duration.ofDays(181)), "SCHEDULED");
        assertThat(reader().meetingsOf(demo, alice.id(), now).block())
                .extracting(Entry::title)
                .containsExactly("lately", "now");
    }

    @Test
    void answers_a_program_that_has_it_already_with_nothing_new() {
        told.that(alices, opened("first"));
        meeting("now", alice.id(), now, "SCHEDULED");
        var tag = get("first", "")
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        get("first", tag).expectStatus().isNotModified();
        meeting("another", alice.id(), now, "SCHEDULED");
        get("first", tag)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/calendar;charset=UTF-8")
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("now").contains("another"));
    }

    private static WebTestClient.ResponseSpec get(String secret, String tag) {
        var controller = new FeedController(
                reader(), new Secrets(), (_, entries, _) -> entries.toString(), Clock.fixed(now, ZoneOffset.UTC));
        return WebTestClient.bindToController(controller)
                .build()
                .get()
                .uri("/api/v1/calendar/" + secret + ".ics")
                .header("If-None-Match", tag)
                .exchange();
    }

    private static void meeting(String title, String host, Instant start, String status) {
        views.jdbc()
                .sql("""
                        insert into agenda (tenant_id, meeting_id, version, title, meeting_type, host_id, host_name, lead_id,
                            lead_name, starts_at, ends_at, local_start, zone, duration_minutes, status, interviewer)
                        values (:tenant, :id, 0, :title, 'discovery', :host, 'Host', :id, 'Lena', :start, :end, '2026-12-01T09:00',
                            'Europe/Berlin', 30, :status, 'AI')""")
                .param("tenant", demo.value())
                .param("id", uuid(title))
                .param("title", title)
                .param("host", host)
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("end", start.plusSeconds(1_800).atOffset(ZoneOffset.UTC))
                .param("status", status)
                .update();
    }

    private static FeedOpened opened(String secret) {
        return new FeedOpened(alices, demo, alice.id(), uuid(secret), secret);
    }

    private static Optional<String> userAt(String secret) {
        return reader().userAt(new Key(demo, secret)).blockOptional();
    }

    private static String state() {
        var state = reader().state(demo, alices).block();
        return state.open() + " " + state.openedAt() + " " + state.version();
    }

    private static FeedReader reader() {
        return new FeedReader(views.reads());
    }

    /** Here the secret and its hash are the same. */
    private record Secrets() implements FeedSecrets {
        @Override
        public URI addressOf(TenantId tenant, FeedId feed, UUID seed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String hashOf(TenantId tenant, FeedId feed, UUID seed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Key> read(String secret) {
            return Optional.of(new Key(demo, secret));
        }
    }
}
