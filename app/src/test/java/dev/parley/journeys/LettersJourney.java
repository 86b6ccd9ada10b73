package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.driver.ParleyApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a wording on a page to the words in a mailbox, and from a click in a mailbox to no more of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LettersJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger people = new AtomicInteger();
    private static final Pattern LINK = Pattern.compile("List-Unsubscribe: <([^>]+)>");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address = "lead" + people.incrementAndGet() + "@lead.test";
    private ParleyApi api;
    private String token;

    @BeforeEach
    void signIn() throws Exception {
        api = app.signedInAs("sales@demo.test");
        token = tokenOf("sales@demo.test");
    }

    @AfterEach
    void signOut() {
        api.close();
        http.close();
    }

    @Test
    void an_organisation_words_its_letters_and_the_delivery_names_the_version() throws Exception {
        var own = Map.of(
                "subject", "Come, {{recipient}}",
                "text", "{{way}}",
                "html", "{{>begin}}<p>Ours: <b>{{title}}</b></p>{{>join}}{{>end}}");
        assertThat(put("/templates/invitation", own, token).statusCode()).isEqualTo(204);
        var meeting =
                schedule("<img src=x onerror=alert(1)>", LocalDateTime.now().plusDays(3));
        var mail = mail(it -> isToOurLead(it) && it.path("kind").asString().equals("invitation"));
        assertThat(mail.path("subject").asString()).startsWith("Come, ");
        assertThat(mail.path("html").asString()).contains("Ours:", "&lt;img").doesNotContain("<img");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(api.get("/deliveries?meeting=" + meeting)
                                .get(0)
                                .path("wordedBy")
                                .path("version")
                                .asInt())
                        .isEqualTo(1));

        assertThat(send("POST", "/templates/invitation/restore", null, token).statusCode())
                .isEqualTo(204);
        var page = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> api.get("/templates/invitation"),
                        it -> !it.path("custom").asBoolean());
        assertThat(page.path("versions").size()).isEqualTo(2);
        assertThat(api.get("/templates/invitation/versions/1").path("subject").asString())
                .isEqualTo("Come, {{recipient}}");
    }

    @Test
    void a_faulty_wording_is_shown_with_its_faults_and_never_published() throws Exception {
        var faulty = Map.of("subject", "Hi", "text", "{{way}}", "html", "<p>\n{{score}}\n<script>");
        var preview = api.post("/templates/invitation/preview", faulty);
        assertThat(preview.path("html").asString()).isEmpty();
        assertThat(preview.path("faults").findValuesAsString("code"))
                .containsExactly("UNKNOWN_VARIABLE", "MARKUP_NOT_ALLOWED", "JOIN_LINK_MISSING");
        var refused = put("/templates/invitation", faulty, token);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"UNKNOWN_VARIABLE\"", "\"html\"", "\"line\":2");
    }

    @Test
    void a_wording_is_tried_on_a_real_meeting_and_sent_to_oneself_only() throws Exception {
        var meeting = schedule("Real meeting", LocalDateTime.now().plusDays(4));
        var preview = api.post(
                "/templates/invitation/preview?language=de", Map.of("subject", "{{title}}?", "meetingId", meeting));
        assertThat(preview.path("subject").asString()).isEqualTo("Real meeting?");
        assertThat(preview.path("text").asString()).contains("Guten Tag");
        assertThat(preview.path("faults").size()).isZero();

        var elsewhere = Map.of("subject", "Look", "to", "x@evil.test");
        assertThat(send("POST", "/templates/invitation/test", elsewhere, token).statusCode())
                .isEqualTo(400);
        var sent = api.post("/templates/invitation/test", Map.of("subject", "Look"));
        assertThat(sent.path("to").asString()).isEqualTo("sales@demo.test");
        assertThat(sent.path("outcome").asString()).as(sent.toString()).isEqualTo("sent");
        mail(it -> it.path("subject").asString().equals("[Test] Look")
                && it.path("to").asString().equals("sales@demo.test"));
        try (var other = app.signedInAs("sales@other.test")) {
            var stranger = send(
                    "POST", "/templates/invitation/preview", Map.of("meetingId", meeting), tokenOf("sales@other.test"));
            assertThat(stranger.statusCode()).isEqualTo(404);
            assertThat(other.get("/templates/invitation").path("version").asInt())
                    .isZero();
        }
    }

    @Test
    void whoever_clicks_once_gets_no_courtesy_mail_any_more_but_every_invitation() throws Exception {
        schedule("First call", LocalDateTime.now().plusMinutes(30));
        var reminder = mail(it -> it.path("kind").asString().equals("reminder") && isToOurLead(it));
        var raw = api.read("/demo/mailbox/" + reminder.path("id").asString() + ".eml", "message/rfc822");
        assertThat(raw).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        var found = LINK.matcher(raw.replaceAll("\r\n[ \t]+", " "));
        assertThat(found.find()).isTrue();
        var link = URI.create(found.group(1));
        var holder = link.getPath().replace("/unsubscribe/", "/guest/preferences/");

        open(link);
        assertThat(wanted(holder)).contains("reminder", "summary");

        var click = HttpRequest.newBuilder(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        assertThat(http.send(click, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        assertThat(http.send(click, BodyHandlers.ofString()).statusCode()).isEqualTo(204);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(wanted(holder)).doesNotContain("reminder", "summary", "no-show"));

        schedule("Second call", LocalDateTime.now().plusMinutes(90));
        mail(it -> isToOurLead(it) && it.path("subject").asString().contains("Invitation: Second call"));
        var again = send("PUT", holder, Map.of("language", "de", "declined", List.of("summary")), "");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(204);
        schedule("Dritter Termin", LocalDateTime.now().plusMinutes(180));
        mail(it -> isToOurLead(it) && it.path("subject").asString().contains("Einladung: Dritter Termin"));
        assertThat(mails(it -> isToOurLead(it) && it.path("kind").asString().equals("reminder")))
                .hasSize(1);
        var badLink = send("PUT", "/guest/preferences/AAAA", Map.of("declined", List.of()), "");
        assertThat(badLink.statusCode()).isEqualTo(404);
        var tooMuch = send("PUT", holder, Map.of("declined", List.of("summary", "invitation")), "");
        assertThat(tooMuch.body()).contains("\"CANNOT_BE_DECLINED\"", "\"declined[1]\"");
    }

    @Test
    void only_an_admin_has_the_mail_server_looked_at() throws Exception {
        assertThat(send("POST", "/mail/diagnose", null, token).statusCode()).isEqualTo(403);
        var diagnosis = send("POST", "/mail/diagnose", null, tokenOf("admin@demo.test"));
        assertThat(diagnosis.statusCode()).as(diagnosis.body()).isEqualTo(200);
        assertThat(JSON.readTree(diagnosis.body()).path("demo").asBoolean()).isTrue();
    }

    private String schedule(String title, LocalDateTime start) throws Exception {
        var lead = api.post("/leads", Map.of("name", "Lena Lead", "email", address))
                .path("leadId")
                .asString();
        var body = new HashMap<String, Object>(Map.of(
                "title",
                title,
                "leadId",
                lead,
                "localStart",
                start.withNano(0).toString(),
                "zone",
                ZoneId.systemDefault().getId().contains("/")
                        ? ZoneId.systemDefault().getId()
                        : "UTC",
                "durationMinutes",
                15,
                "interviewer",
                "human",
                "reminders",
                List.of("PT1H")));
        return api.post("/meetings", body).path("meetingId").asString();
    }

    private boolean isToOurLead(JsonNode mail) {
        return mail.path("to").asString().equals(address);
    }

    private List<String> wanted(String holder) throws Exception {
        return StreamSupport.stream(
                        JSON.readTree(send("GET", holder, null, "").body())
                                .path("kinds")
                                .spliterator(),
                        false)
                .filter(kind -> kind.path("wanted").asBoolean())
                .map(kind -> kind.path("kind").asString())
                .toList();
    }

    private JsonNode mail(Predicate<JsonNode> which) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> mails(which), found -> !found.isEmpty())
                .getFirst();
    }

    private List<JsonNode> mails(Predicate<JsonNode> which) throws Exception {
        return StreamSupport.stream(api.get("/demo/mailbox").spliterator(), false)
                .filter(which)
                .toList();
    }

    private void open(URI link) throws Exception {
        http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding());
    }

    private HttpResponse<String> put(String path, Map<String, ?> body, String bearer) throws Exception {
        return send("PUT", path, body, bearer);
    }

    private HttpResponse<String> send(String method, String path, @Nullable Map<String, ?> body, String bearer)
            throws Exception {
        var request = HttpRequest.newBuilder(app.parley().url().resolve("/api/v1" + path))
                .header("If-Match", "*")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!bearer.isEmpty()) request.header("Authorization", "Bearer " + bearer);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String tokenOf(String user) throws Exception {
        return JSON.readTree(send("POST", "/session", Map.of("user", user), "").body())
                .path("token")
                .asString();
    }
}
