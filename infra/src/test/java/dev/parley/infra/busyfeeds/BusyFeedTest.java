package dev.parley.infra.busyfeeds;

import static dev.parley.api.Samples.alicesCalendar;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.elsewhere;
import static dev.parley.infra.busyfeeds.FeedDocumentTest.calendar;
import static dev.parley.infra.busyfeeds.FeedDocumentTest.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.BusyTimes;
import dev.parley.api.calendar.BusyTimes.State;
import dev.parley.api.calendar.CalendarQuery.FeedLine;
import dev.parley.api.calendar.OtherCalendars;
import dev.parley.infra.identity.Seal;
import dev.parley.infra.store.RunningStore;
import dev.parley.infra.store.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** Another calendar of Alice's, on a real server, read into a real database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BusyFeedTest {
    private static final Duration soon = Duration.ofSeconds(30);
    private static final Instant tomorrow =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    private static final TimeSlot lunch = new TimeSlot(tomorrow, tomorrow.plusSeconds(3_600));

    private static RunningStore store;
    private CalendarServer server;
    private OtherCalendars calendars;

    @BeforeAll
    static void open() {
        store = RunningStore.on(
                TestDatabase.fresh(),
                List.of(
                        "parley.busy-feeds.private-addresses=true",
                        "parley.busy-feeds.every=300ms",
                        "parley.busy-feeds.stale-after=3s",
                        "parley.busy-feeds.poll=100ms"),
                BusyFeedConfiguration.class,
                Sealing.class);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void connect() throws Exception {
        server = new CalendarServer();
        calendars = store.the(OtherCalendars.class);
    }

    @AfterEach
    void disconnect() throws Exception {
        done(calendars.disconnect(demo, alicesCalendar));
        server.close();
    }

    @Test
    void knows_nothing_of_who_has_no_other_calendar() throws Exception {
        assertThat(busy()).isEqualTo(BusyTimes.NO_FEED);
        assertThat(line()).isEmpty();
    }

    @Test
    void reads_a_calendar_at_once_and_follows_its_changes() throws Exception {
        server.shows("\"1\"", calendar(at(lunch)));
        done(calendars.connect(demo, alicesCalendar, server.address()));
        await().atMost(soon).untilAsserted(() -> assertThat(busy().times()).containsExactly(lunch));
        assertThat(busy().state()).isEqualTo(State.FRESH);
        assertThat(line().orElseThrow().address())
                .startsWith("http://127.0.0.1:")
                .doesNotContain("secret");

        server.shows("\"2\"", calendar());
        await().atMost(soon).untilAsserted(() -> assertThat(busy().times()).isEmpty());
        await().atMost(soon).until(() -> server.tagsAsked().contains("\"2\""));
        assertThat(busy().state()).isEqualTo(State.FRESH);
    }

    @Test
    void grows_stale_while_the_server_fails_and_fresh_again_after() throws Exception {
        server.shows("\"1\"", calendar(at(lunch)));
        done(calendars.connect(demo, alicesCalendar, server.address()));
        await().atMost(soon).until(() -> busy().state() == State.FRESH);

        server.behaves(exchange -> CalendarServer.answer(exchange, 500, "broken"));
        await().atMost(soon).until(() -> busy().state() == State.STALE);
        assertThat(line().orElseThrow().problem()).isEqualTo("SERVER_FAILED");
        assertThat(busy().times()).as("what it said last").containsExactly(lunch);

        server.shows("\"1\"", calendar(at(lunch)));
        await().atMost(soon).until(() -> busy().state() == State.FRESH);
        assertThat(line().orElseThrow().problem()).isEmpty();
    }

    @Test
    void does_not_trust_what_it_cannot_read() throws Exception {
        server.shows("\"1\"", calendar(at(lunch).replace("END:VEVENT", "RRULE:FREQ=SECONDLY\nEND:VEVENT")));
        done(calendars.connect(demo, alicesCalendar, server.address()));
        await().atMost(soon).until(() -> line().orElseThrow().problem().equals("TOO_MANY_EVENTS"));
        assertThat(busy().state()).isEqualTo(State.UNREAD);
    }

    @Test
    void keeps_the_address_sealed_and_forgets_it_with_all_that_was_read() throws Exception {
        server.shows("\"1\"", calendar(at(lunch)));
        done(calendars.connect(demo, alicesCalendar, server.address()));
        await().atMost(soon).until(() -> busy().state() == State.FRESH);
        assertThat(stored("select count(*) from busy_feed where position('secret'::bytea in address) > 0"))
                .isZero();
        assertThat(stored("select count(*) from event_log where position('secret.ics'::bytea in payload) > 0"))
                .isZero();

        done(calendars.disconnect(demo, alicesCalendar));
        assertThat(busy()).isEqualTo(BusyTimes.NO_FEED);
        assertThat(stored("select (select count(*) from busy_feed) + (select count(*) from busy_time)"))
                .isZero();
        await().atMost(soon).until(() -> stored("select count(*) from feed_task") == 0);
    }

    @Test
    void is_nobody_else_s_business() throws Exception {
        server.shows("\"1\"", calendar(at(lunch)));
        done(calendars.connect(demo, alicesCalendar, server.address()));
        await().atMost(soon).until(() -> busy().state() == State.FRESH);
        assertThat(busy(elsewhere)).isEqualTo(BusyTimes.NO_FEED);
    }

    private static long stored(String sql) {
        return store.sql().sql(sql).query(Long.class).single();
    }

    private BusyTimes busy() throws Exception {
        return busy(demo);
    }

    private BusyTimes busy(TenantId tenant) throws Exception {
        return done(calendars.busyTimes(tenant, alicesCalendar, lunch));
    }

    private Optional<FeedLine> line() throws Exception {
        return done(calendars.state(demo, alicesCalendar));
    }

    private static <T> T done(CompletionStage<T> answer) throws Exception {
        return answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static String at(TimeSlot slot) {
        return event("DTSTART:" + utc(slot.start()) + "\nDTEND:" + utc(slot.end()));
    }

    private static String utc(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    static class Sealing {
        @Bean
        Seal seal() {
            return new Seal(new SecretKeySpec(new byte[32], "AES"));
        }
    }
}
