package dev.parley.journeys;

import static dev.parley.journeys.BookingPage.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.driver.ParleyApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From what a host offers to a meeting that somebody without an account has booked. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BookingJourney {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ROUNDS = 5;

    private static ParleyProcess parley;
    private static SalesDesk host;
    private static BookingPage page;

    @BeforeAll
    static void start() throws Exception {
        parley = ParleyProcess.started(Map.of(
                "PARLEY_PUBLIC_PAGES_CHANGES", "100000",
                "PARLEY_PUBLIC_PAGES_READS", "100000",
                "PARLEY_BOOKING_PAGES_HELD_FOR", "4s"));
        host = new SalesDesk(parley.url());
        page = BookingPage.of(host, parley.url());
    }

    @AfterAll
    static void stop() throws Exception {
        page.close();
        parley.close();
    }

    @Test
    void a_stranger_sees_the_title_the_length_and_the_host_and_nothing_else() throws Exception {
        var shown = JSON.readTree(page.ask("GET", "", null).body());
        assertThat(shown.propertyNames()).containsExactlyInAnyOrder("title", "durationMinutes", "hostName");
        assertThat(shown.path("hostName").asString()).isEqualTo("Sam Sales");
    }

    @Test
    void a_stranger_books_what_is_offered_and_gets_links_of_their_own() throws Exception {
        var slot = slot(3);
        var answer = page.book(guest(slot, "gwen@guest.test"), Map.of("Idempotency-Key", "gwen-1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var booked = JSON.readTree(answer.body());
        assertThat(booked.path("joinUrl").asString()).startsWith(parley.url() + "/join/");
        assertThat(booked.path("appointmentUrl").asString()).startsWith(parley.url() + "/appointment/");

        var again = page.book(guest(slot, "gwen@guest.test"), Map.of("Idempotency-Key", "gwen-1"));
        assertThat(again.body()).isEqualTo(answer.body());

        try (var api = ParleyApi.signIn(parley.url(), "sales@demo.test")) {
            var meeting = awaitMeeting(api, booked.path("meetingId").asString());
            assertThat(meeting.path("hostId").asString()).isEqualTo("sales@demo.test");
            assertThat(meeting.path("zone").asString()).isEqualTo("America/New_York");
            assertThat(meeting.path("start").asString()).isEqualTo(slot);
            await().atMost(Duration.ofSeconds(20)).until(() -> leads(api, "gwen@guest.test") == 1);

            var second = page.book(guest(slot(4), "GWEN@guest.test"), Map.of());
            assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
            awaitMeeting(api, JSON.readTree(second.body()).path("meetingId").asString());
            assertThat(leads(api, "gwen@guest.test")).as("leads of one address").isEqualTo(1);
        }
    }

    @Test
    void fifty_at_once_get_one_slot_once() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            var slot = slot(10 + round);
            var answers = IntStream.range(0, 50)
                    .mapToObj(number -> page.begin(guest(slot, "crowd" + number + "@guest.test")))
                    .toList()
                    .stream()
                    .map(answer -> answer.join())
                    .toList();
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                    .as("round " + round)
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                    .as("round " + round)
                    .hasSize(49)
                    .allMatch(answer -> answer.body().contains("\"SLOT_TAKEN\""));
        }
        try (var api = ParleyApi.signIn(parley.url(), "sales@demo.test")) {
            assertThat(overlaps(api)).isEmpty();
        }
    }

    /** Row A4: the server is killed while the hold stands and started again when it has lapsed. */
    @Test
    void a_hold_that_lapses_while_the_server_is_dead_is_free_after_its_restart() throws Exception {
        var slot = slot(30);
        var held = page.ask("POST", "/holds", Map.of("start", slot));
        assertThat(held.statusCode()).as(held.body()).isEqualTo(201);
        assertThat(page.ask("POST", "/holds", Map.of("start", slot)).statusCode())
                .isEqualTo(409);
        assertThat(page.ask("POST", "/holds", Map.of("start", slot)).body()).contains("SLOT_TAKEN");
        parley.kill();
        Thread.sleep(5_000);
        parley.startAgain();

        await().atMost(Duration.ofSeconds(30)).until(() -> released(JSON.readTree(held.body())));
        assertThat(page.freeSlots().toString()).contains(slot);
        var late = guest(slot, "late@guest.test");
        late.put("holdId", JSON.readTree(held.body()).path("holdId").asString());
        var booked = page.book(late, Map.of());
        assertThat(booked.statusCode()).as(booked.body()).isEqualTo(201);
    }

    @Test
    void a_hold_can_be_given_back_by_whoever_has_it() throws Exception {
        var slot = slot(35);
        var held =
                JSON.readTree(page.ask("POST", "/holds", Map.of("start", slot)).body());
        var given = page.ask("DELETE", "/holds/" + held.path("holdId").asString() + "?start=" + slot, null);
        assertThat(given.statusCode()).as(given.body()).isEqualTo(204);
        assertThat(page.ask("POST", "/holds", Map.of("start", slot)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void what_is_not_offered_looks_as_if_it_never_was() throws Exception {
        var calendar = page.path().split("/")[3];
        var answers = Stream.of(
                        "/public/demo/" + calendar + "/other",
                        "/public/demo/0199c8e2-5a3b-7c4d-8e9f-0123456789ab/intro",
                        "/public/demo/nobody@demo.test/intro",
                        "/public/other/" + calendar + "/intro",
                        "/public/nowhere/" + calendar + "/intro",
                        "/public/0199c8e2-5a3b-7c4d-8e9f-0123456789ab/" + calendar + "/intro")
                .flatMap(where ->
                        Stream.of(askAt("GET", where, null), askAt("GET", where + "/slots", null), booking(where)))
                .toList();
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
            assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo("BOOKING_PAGE_UNKNOWN");
        });
    }

    private static HttpResponse<String> booking(String where) {
        return askAt("POST", where + "/bookings", JSON.writeValueAsString(guest("2027-01-04T10:00:00Z", "x@y.test")));
    }

    private static HttpResponse<String> askAt(String method, String where, String body) {
        try {
            return page.askAt(method, where, body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some slot that is free now, further ahead with each number. */
    private static String slot(int number) throws Exception {
        return page.freeSlots().get(number * 8).path("start").asString();
    }

    private static JsonNode awaitMeeting(ParleyApi api, String id) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> api.get("/meetings/" + id).has("hostId"));
        try {
            return api.get("/meetings/" + id);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long leads(ParleyApi api, String email) throws Exception {
        return api.get("/leads")
                .valueStream()
                .filter(lead -> lead.path("email").asString().equalsIgnoreCase(email))
                .count();
    }

    private static List<String> overlaps(ParleyApi api) throws Exception {
        var agenda = api.get("/agenda?host=sales@demo.test")
                .valueStream()
                .filter(line -> line.path("status").asString().equals("scheduled"))
                .toList();
        return agenda.stream()
                .flatMap(one -> agenda.stream()
                        .filter(other -> one != other
                                && one.path("start")
                                                .asString()
                                                .compareTo(other.path("end").asString())
                                        < 0
                                && other.path("start")
                                                .asString()
                                                .compareTo(one.path("end").asString())
                                        < 0)
                        .map(other -> one.path("start") + " and " + other.path("start")))
                .toList();
    }

    private static boolean released(JsonNode held) throws Exception {
        try (var api = ParleyApi.signIn(parley.url(), "sales@demo.test")) {
            return api.read("/audit/meetings/" + held.path("holdId").asString() + "/events", "application/x-ndjson")
                    .contains("\"calendar.SlotReleased\"");
        }
    }
}
