package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Row A5, for hosts with hours at random: what is listed can be booked, and what is not is refused for the reason that is listed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListedSlotsJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int HOSTS = 12;
    private static final int BOOKINGS = 5;
    private static final List<String> zones =
            List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago");
    private static final List<String> days =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private static SalesDesk desk;
    private static String lead;

    private final long seed = Optional.ofNullable(System.getProperty("parley.seed"))
            .map(Long::parseLong)
            .orElseGet(System::nanoTime);
    private final Random random = new Random(seed);
    private final TreeSet<String> codes = new TreeSet<>();
    private String position = "0";

    @BeforeAll
    static void begin() throws Exception {
        desk = new SalesDesk(app.parley().url());
        lead = desk.newLead().path().replace("/leads/", "");
    }

    @Test
    void every_listed_slot_books_and_its_neighbours_are_refused_for_the_listed_reason() throws Exception {
        for (var host = 0; host < HOSTS; host++) {
            put("/calendars/me/availability", availability());
            var duration = 15 * (1 + random.nextInt(5));
            var slug = "kind-" + host;
            put("/calendars/me/meeting-types/" + slug, type(duration));
            var from = LocalDate.now().plusDays(2 + random.nextInt(60));
            for (var booking = 0; booking < BOOKINGS; booking++) {
                var listed = list(slug, from);
                var free = some(listed.path("slots"), 1);
                for (var slot : free) books(slot, slug, duration, listed);
                var now = list(slug, from);
                for (var slot : free) assertThat(starts(now.path("slots"))).doesNotContain(start(slot));
                for (var line : around(now.path("refused"), free)) isRefused(line, slug, duration, now);
            }
        }
        assertThat(codes)
                .as("reasons that were tried, seed %d", seed)
                .contains("SLOT_TAKEN", "IN_BUFFER", "DAY_IS_FULL");
    }

    private void books(JsonNode slot, String slug, int duration, JsonNode listed) throws Exception {
        var answer = book(slot, slug, duration, listed);
        assertThat(answer.statusCode())
                .as("seed %d, %s: %s", seed, slot, answer.body())
                .isEqualTo(201);
    }

    private void isRefused(JsonNode line, String slug, int duration, JsonNode listed) throws Exception {
        var answer = book(line, slug, duration, listed);
        assertThat(JSON.readTree(answer.body()).path("code").asString())
                .as("seed %d, %s: %s", seed, line, answer.body())
                .isEqualTo(line.path("code").asString());
        codes.add(line.path("code").asString());
    }

    private HttpResponse<String> book(JsonNode slot, String slug, int duration, JsonNode listed) throws Exception {
        return tell(Wish.creating(
                "/meetings",
                Map.of(
                        "title",
                        "Call",
                        "leadId",
                        lead,
                        "localStart",
                        slot.path("localStart").asString(),
                        "offset",
                        slot.path("offset").asString(),
                        "zone",
                        listed.path("zone").asString(),
                        "durationMinutes",
                        duration,
                        "meetingType",
                        slug,
                        "interviewer",
                        "human",
                        "reminders",
                        List.of())));
    }

    /** Three days, as clocks of somebody anywhere show them. */
    private JsonNode list(String slug, LocalDate from) throws Exception {
        var path = "/availability?reasons=true&type=" + slug + "&from=" + from + "&to=" + from.plusDays(2) + "&zone="
                + zones.get(random.nextInt(zones.size()));
        var answer = desk.ask(new Wish("GET", path, null, null), Map.of("X-Parley-Position", position));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    /** Those next to what was just booked, and another. */
    private List<JsonNode> around(JsonNode refused, List<JsonNode> booked) {
        var lines = new ArrayList<>(some(refused, 1));
        for (var slot : booked)
            refused.valueStream()
                    .sorted(Comparator.comparing(line -> Math.abs(second(line) - second(slot))))
                    .limit(3)
                    .forEach(lines::add);
        return lines;
    }

    private List<JsonNode> some(JsonNode list, int most) {
        var lines = new ArrayList<>(list.valueStream().toList());
        var chosen = new ArrayList<JsonNode>();
        while (chosen.size() < most && !lines.isEmpty()) chosen.add(lines.remove(random.nextInt(lines.size())));
        return chosen;
    }

    private Map<String, Object> availability() {
        var weekly = new ArrayList<Map<String, ?>>();
        for (var day : days) {
            if (random.nextInt(7) == 0) continue;
            var opens = random.nextInt(10);
            weekly.add(Map.of("day", day, "from", hour(opens), "to", hour(opens + 2 + random.nextInt(4))));
            if (random.nextBoolean())
                weekly.add(Map.of("day", day, "from", hour(16), "to", hour(24 - random.nextInt(4))));
        }
        var availability = new HashMap<String, Object>(Map.of(
                "zone",
                zones.get(random.nextInt(zones.size())),
                "weekly",
                weekly,
                "horizonDays",
                30 + random.nextInt(90),
                "minimumNoticeMinutes",
                1_440 * random.nextInt(5),
                "stepMinutes",
                List.of(15, 20, 30, 60).get(random.nextInt(4))));
        if (random.nextBoolean()) availability.put("mostPerDay", 1 + random.nextInt(3));
        if (random.nextInt(3) == 0) availability.put("mostPerWeek", 2 + random.nextInt(4));
        return availability;
    }

    private Map<String, Object> type(int duration) {
        return Map.of(
                "title",
                "Call",
                "durationMinutes",
                duration,
                "bufferBeforeMinutes",
                5 * random.nextInt(6),
                "bufferAfterMinutes",
                5 * random.nextInt(6),
                "interviewer",
                "human");
    }

    private void put(String path, Map<String, ?> body) throws Exception {
        var answer = tell(new Wish("PUT", path, JSON.writeValueAsString(body), "*"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private HttpResponse<String> tell(Wish wish) throws Exception {
        var answer = desk.ask(wish);
        answer.headers().firstValue("X-Parley-Position").ifPresent(later -> position = later);
        return answer;
    }

    private static List<String> starts(JsonNode lines) {
        return lines.valueStream().map(ListedSlotsJourney::start).toList();
    }

    private static String start(JsonNode line) {
        return line.path("start").asString();
    }

    private static long second(JsonNode line) {
        return Instant.parse(start(line)).getEpochSecond();
    }

    private static String hour(int hour) {
        return "%02d:00".formatted(hour);
    }
}
