package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.driver.ParleyApi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The drill of P30: meetings are agreed on under older rules, an operator drops newer ones in, Parley starts again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ZoneRulesJourney {
    private static final int MEETINGS = Integer.getInteger("parley.drill.meetings", 200);
    private static final int A_DAY = 18;

    /** In 2026 Vancouver decided to stay at its summer time for ever. */
    private static final ZoneOffset BEFORE = ZoneOffset.ofHours(-8);

    private static final ZoneOffset AFTER = ZoneOffset.ofHours(-7);
    private static final LocalDate WINTER = LocalDate.of(LocalDate.now().getYear() + 1, 1, 4);
    private static final DateTimeFormatter CALENDAR = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    @TempDir
    private Path home;

    @Test
    void newer_rules_move_each_meeting_to_what_people_agreed_on_and_tell_each_of_them_once() throws Exception {
        var older = copy("/tzdata/older.jar", home.resolve("older.jar"));
        var settings = Map.of(
                "PARLEY_ZONES_SHIPPED",
                older.toString(),
                "PARLEY_MAIL_MAILBOX_LETTERS",
                Integer.toString(MEETINGS * 3));
        try (var parley = ParleyProcess.startedIn(home.resolve("data"), settings)) {
            var meetings = new HashMap<String, LocalDateTime>();
            try (var api = ParleyApi.signIn(parley.url(), "sales@demo.test")) {
                var lead = api.post("/leads", Map.of("name", "Lena", "email", "lena@lead.test"));
                for (var start : IntStream.range(0, MEETINGS)
                        .mapToObj(ZoneRulesJourney::start)
                        .toList())
                    meetings.put(schedule(api, lead.path("leadId").asString(), start), start);
                await().atMost(Duration.ofMinutes(5)).until(() -> letters(api).size() == MEETINGS);
                assertThat(agenda(api))
                        .hasSize(MEETINGS)
                        .allSatisfy((id, start) ->
                                assertThat(start).isEqualTo(meetings.get(id).toInstant(BEFORE)));
            }

            parley.close();
            copy("/tzdata/joda-time.jar", home.resolve("data/tzdata/newer.jar"));
            parley.startAgain();

            try (var api = ParleyApi.signIn(parley.url(), "sales@demo.test")) {
                await().atMost(Duration.ofMinutes(5)).until(() -> letters(api).size() >= MEETINGS);
                assertThat(agenda(api))
                        .hasSize(MEETINGS)
                        .allSatisfy((id, start) ->
                                assertThat(start).isEqualTo(meetings.get(id).toInstant(AFTER)));
                everybodyIsToldOnce(api, meetings);
                theHostIsTakenThen(api, lead(api), start(0));
            }

            parley.close();
            parley.startAgain();

            try (var api = ParleyApi.signIn(parley.url(), "sales@demo.test")) {
                await().during(Duration.ofSeconds(5)).until(() -> letters(api).isEmpty());
                assertThat(deliveries(api, meetings.keySet().iterator().next())).hasSize(2);
            }
        }
    }

    private static LocalDateTime start(int n) {
        return WINTER.plusDays(n / A_DAY).atTime(8, 0).plusMinutes(30L * (n % A_DAY));
    }

    private static String schedule(ParleyApi api, String lead, LocalDateTime start) throws Exception {
        return api.post("/meetings", meeting(lead, "America/Vancouver", start))
                .path("meetingId")
                .asString();
    }

    private static Map<String, ?> meeting(String lead, String zone, LocalDateTime start) {
        return Map.of(
                "title",
                "Call",
                "leadId",
                lead,
                "localStart",
                start.toString(),
                "zone",
                zone,
                "durationMinutes",
                30,
                "interviewer",
                "human",
                "reminders",
                List.of());
    }

    private static void everybodyIsToldOnce(ParleyApi api, Map<String, LocalDateTime> meetings) throws Exception {
        var told = letters(api);
        assertThat(told).hasSize(MEETINGS);
        var starts = new HashMap<String, Integer>();
        for (var letter : told) {
            var document = letter.path("calendar").asString();
            assertThat(document).contains("SEQUENCE:1");
            for (var start : meetings.values())
                if (document.contains("DTSTART:" + CALENDAR.format(start.minusSeconds(AFTER.getTotalSeconds()))))
                    starts.merge(start.toString(), 1, Integer::sum);
        }
        assertThat(starts)
                .hasSize(MEETINGS)
                .allSatisfy((_, letters) -> assertThat(letters).isOne());
        for (var meeting : meetings.keySet())
            assertThat(deliveries(api, meeting))
                    .extracting(line -> line.path("kind").asString())
                    .containsExactlyInAnyOrder("invitation", "update");
    }

    /** In UTC, so that nothing depends on the rules any more; of the first, where no other meeting was before they changed. */
    private static void theHostIsTakenThen(ParleyApi api, String lead, LocalDateTime start) throws Exception {
        var utc = LocalDateTime.ofInstant(start.toInstant(AFTER), ZoneOffset.UTC);
        try {
            api.post("/meetings", meeting(lead, "UTC", utc));
            throw new AssertionError("the host was free at " + utc);
        } catch (ParleyApi.Refusal refused) {
            assertThat(refused.code()).isEqualTo("SLOT_TAKEN");
        }
    }

    private static String lead(ParleyApi api) throws Exception {
        return api.get("/leads").path(0).path("leadId").asString();
    }

    private static Map<String, Instant> agenda(ParleyApi api) throws Exception {
        var starts = new HashMap<String, Instant>();
        for (var line : api.get("/agenda?from=" + WINTER + "&to=" + WINTER.plusDays(90)))
            starts.put(
                    line.path("meetingId").asString(),
                    Instant.parse(line.path("start").asString()));
        return starts;
    }

    private static List<JsonNode> letters(ParleyApi api) throws Exception {
        return api.get("/demo/mailbox").values().stream().toList();
    }

    private static List<JsonNode> deliveries(ParleyApi api, String meeting) throws Exception {
        return api.get("/deliveries?meeting=" + meeting).values().stream().toList();
    }

    private static Path copy(String resource, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        try (InputStream in = Objects.requireNonNull(ZoneRulesJourney.class.getResourceAsStream(resource))) {
            Files.copy(in, to);
        }
        return to;
    }
}
