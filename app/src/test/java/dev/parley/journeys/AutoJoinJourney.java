package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.driver.ParleyApi;
import dev.parley.infra.store.postgres.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Row A10: whatever becomes of the machines, a meeting begins once, and one interviewer comes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AutoJoinJourney {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @TempDir
    private Path home;

    @Test
    void a_start_that_fell_into_an_outage_is_caught_up_once() throws Exception {
        try (var parley = ParleyProcess.startedIn(home);
                var api = ParleyApi.signIn(parley.url(), "sales@demo.test")) {
            var start = soon(15);
            var meeting = schedule(api, start);
            sleepUntil(start.minusSeconds(1));
            parley.kill();
            sleepUntil(start.plusSeconds(20));
            parley.startAgain();
            beginsOnceAndOneJoins(api, meeting, start);
        }
    }

    @Test
    void of_two_nodes_one_begins_it() throws Exception {
        var shared = Map.of(
                "PARLEY_DATABASE_URL",
                TestDatabase.fresh(),
                "PARLEY_SECRET",
                "bm90IGEgc2VjcmV0LCBidXQgdGhlc2UgYXJlIDMyIGI=");
        try (var one = ParleyProcess.startedIn(home.resolve("one"), shared);
                var other = ParleyProcess.startedIn(home.resolve("other"), shared);
                var api = ParleyApi.signIn(one.url(), "sales@demo.test");
                var elsewhere = ParleyApi.signIn(other.url(), "sales@demo.test")) {
            var start = soon(15);
            var meeting = schedule(api, start);
            beginsOnceAndOneJoins(elsewhere, meeting, start);
        }
    }

    private static void beginsOnceAndOneJoins(ParleyApi api, String meeting, Instant start) throws Exception {
        await().atMost(PATIENCE)
                .during(Duration.ofSeconds(3))
                .ignoreExceptions()
                .until(() -> said(api, meeting, "meeting.ParticipantJoined").size() == 1);
        var began = said(api, meeting, "meeting.MeetingStarted");
        var joined = said(api, meeting, "meeting.ParticipantJoined");
        assertThat(began).hasSize(1);
        assertThat(joined).hasSize(1);
        assertThat(said(api, meeting, "interview.InterviewerSeated")).hasSize(1);
        System.out.printf(
                "A10: begun %d ms and joined %d ms after the agreed time%n",
                Duration.between(start, at(began.getFirst())).toMillis(),
                Duration.between(start, at(joined.getFirst())).toMillis());
    }

    private static List<JsonNode> said(ParleyApi api, String meeting, String type) throws Exception {
        return api.read("/audit/meetings/" + meeting + "/events", "application/x-ndjson")
                .lines()
                .map(JSON::readTree)
                .filter(event -> event.path("type").asString().equals(type))
                .toList();
    }

    private static Instant at(JsonNode event) {
        return Instant.parse(event.path("at").asString());
    }

    private static String schedule(ParleyApi api, Instant start) throws Exception {
        var lead = api.post("/leads", Map.of("name", "Lea Late", "email", "lea@late.test"));
        var questions = api.post("/question-sets", SalesDesk.set())
                .path("questionSetId")
                .asString();
        api.post("/question-sets/" + questions + "/publish", Map.of());
        var meeting = Map.of(
                "title",
                "Begins by itself",
                "leadId",
                lead.path("leadId").asString(),
                "localStart",
                LocalDateTime.ofInstant(start, ZoneOffset.UTC).toString(),
                "zone",
                "UTC",
                "durationMinutes",
                30,
                "questionSetId",
                questions,
                "reminders",
                List.of());
        return api.post("/meetings", meeting).path("meetingId").asString();
    }

    private static Instant soon(int seconds) {
        return Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    }

    private static void sleepUntil(Instant moment) throws InterruptedException {
        var left = Duration.between(Instant.now(), moment);
        if (left.isPositive()) Thread.sleep(left);
    }
}
