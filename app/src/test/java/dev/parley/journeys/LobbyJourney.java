package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.driver.ParleyApi;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Coming too early, being let in, being put out: over real sockets, and across a kill of the server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LobbyJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void a_host_decides_who_comes_in_and_a_restart_changes_nothing_of_it() throws Exception {
        try (var sales = app.signedInAs("sales@demo.test")) {
            var meeting = earlyMeeting(sales);
            var lea = of(sales, meeting, "lead");
            var bomber = of(sales, meeting, "guest");

            var leaWaits = arrives(sales, lea);
            assertThat(leaWaits.hears("waiting").path("reason").asString()).isEqualTo("host-admits");
            var bomberWaits = arrives(sales, bomber);
            bomberWaits.hears("waiting");

            var host = AtTheDoor.of(http, sales, "/meetings/" + meeting + "/tickets");
            assertThat(host.hears("welcome").path("waiting")).hasSize(2);
            host.says("admit", Map.of("participantId", id(lea)));
            assertThat(leaWaits.hears("welcome").path("self").path("name").asString())
                    .isEqualTo("Lea Early");
            assertThat(host.hears("joined")
                            .path("participant")
                            .path("participantId")
                            .asString())
                    .isEqualTo(id(lea));
            assertThat(bomberWaits.hasHeard("welcome")).isFalse();

            host.says("remove", Map.of("participantId", id(lea), "ban", true));
            assertThat(leaWaits.closedWith()).isEqualTo("4403 REMOVED");
            assertThat(host.hears("left").path("reason").asString()).isEqualTo("removed");
            assertThat(arrives(sales, lea).closedWith()).isEqualTo("4403 REMOVED");
            host.says("lock", Map.of("locked", true));
            host.hears("lock");

            app.parley().kill();
            app.parley().startAgain();

            assertThat(arrives(sales, lea).closedWith()).isEqualTo("4403 REMOVED");
            var bomberAgain = arrives(sales, bomber);
            assertThat(bomberAgain.hears("waiting").path("reason").asString()).isEqualTo("locked");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> sales.get("/meetings/" + meeting)
                            .path("door")
                            .path("locked")
                            .asBoolean());
            var hostAgain = AtTheDoor.of(http, sales, "/meetings/" + meeting + "/tickets");
            assertThat(hostAgain.hears("welcome").path("locked").asBoolean()).isTrue();
            hostAgain.says("deny", Map.of("participantId", id(bomber)));
            assertThat(bomberAgain.closedWith()).isEqualTo("4403 DENIED");
            assertThat(count(sales, meeting, "meeting.ParticipantAdmitted")).isEqualTo(1);
            assertThat(count(sales, meeting, "meeting.ParticipantRemoved")).isEqualTo(1);
            assertThat(count(sales, meeting, "meeting.ParticipantDenied")).isEqualTo(1);
        }
    }

    private static String earlyMeeting(ParleyApi sales) throws Exception {
        var lead = sales.post("/leads", Map.of("name", "Lea Early", "email", "lea@early.test"))
                .path("leadId")
                .asString();
        var start = LocalDateTime.now(ZoneOffset.UTC).plusHours(3).truncatedTo(ChronoUnit.MINUTES);
        return sales.post(
                        "/meetings",
                        Map.of(
                                "title",
                                "Behind a door",
                                "leadId",
                                lead,
                                "localStart",
                                start.toString(),
                                "zone",
                                "UTC",
                                "durationMinutes",
                                30,
                                "interviewer",
                                "human",
                                "entry",
                                "host",
                                "invitees",
                                List.of(Map.of("name", "Bo Bomber", "email", "bo@bomber.test")),
                                "reminders",
                                List.of()))
                .path("meetingId")
                .asString();
    }

    private AtTheDoor arrives(ParleyApi sales, JsonNode link) throws Exception {
        var token = link.path("joinUrl").asString().replaceFirst(".*/join/", "");
        return AtTheDoor.of(http, sales, "/guest/" + token + "/tickets");
    }

    private static JsonNode of(ParleyApi sales, String meeting, String role) throws Exception {
        return sales.get("/meetings/" + meeting + "/links")
                .valueStream()
                .filter(link -> link.path("role").asString().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private static String id(JsonNode link) {
        return link.path("participantId").asString();
    }

    private static long count(ParleyApi sales, String meeting, String type) throws Exception {
        return sales.read("/audit/meetings/" + meeting + "/events", "application/x-ndjson")
                .lines()
                .filter(line -> line.contains("\"" + type + "\""))
                .count();
    }
}
