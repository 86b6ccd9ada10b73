package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.driver.ParleyApi;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every family of bad input in every field of what schedules, books and mails. The seed and how much of each family is tried
 * are {@code -Dparley.fuzz.seed} and {@code -Dparley.fuzz.each}; what is found is named with the request, to be sent again.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileInputJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer(Map.of("PARLEY_PUBLICPAGES_CHANGES", "1000000"));

    private static final long SEED = Long.getLong("parley.fuzz.seed", 20261123);
    private static final int EACH = Integer.getInteger("parley.fuzz.each", 2);
    private static final int AT_ONCE = 6;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** No single field is to blame for these. */
    private static final Set<String> ABOUT_THE_WHOLE =
            Set.of("MALFORMED_BODY", "NOTHING_CHANGES", "IF_MATCH_MALFORMED");

    /** The same request gets the same answer, whatever else goes on; but for these, which depend on it. */
    private static final Set<Integer> REFUSED_FOR_WHAT_THEY_SAY = Set.of(400, 413, 415, 422);

    private static final Set<String> DEPENDING = Set.of(
            "NOTHING_CHANGES", "OUTSIDE_HOURS", "DAY_OFF", "TOO_SHORT_NOTICE", "BEYOND_HORIZON", "TOO_MANY_TYPES");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>(Map.of("", ""));
    private final Queue<Rubbish> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private static SalesDesk desk;
    private ParleyApi sales;
    private ParleyApi admin;

    @BeforeAll
    static void openTheDesk() throws Exception {
        desk = new SalesDesk(app.parley().url());
    }

    @BeforeEach
    void signIn() throws Exception {
        sales = app.signedInAs("sales@demo.test");
        admin = app.signedInAs("admin@demo.test");
        for (var user : List.of("sales@demo.test", "second@demo.test", "admin@demo.test"))
            tokens.put(
                    user,
                    sales.post("/session", Map.of("user", user)).path("token").asString());
    }

    @AfterEach
    void signOut() {
        sales.close();
        admin.close();
        http.close();
    }

    @Test
    void no_rubbish_in_any_field_breaks_anything_and_what_is_refused_leaves_no_trace() throws Exception {
        var refused = sent(rubbish());
        assertThat(faults).isEmpty();
        assertThat(refused).hasSizeGreaterThan(1_000);

        var log = quietLog();
        var mail = newestMail();
        accepted.clear();
        sent(refused);
        assertThat(accepted).as("refused once, accepted the second time").isEmpty();
        assertThat(head()).as("events that refused requests appended").isEqualTo(log);
        assertThat(newestMail()).as("letters that refused requests sent").isEqualTo(mail);
        assertThat(app.parley().said()).doesNotContain("Broken:", "\n\tat ");
    }

    @Test
    void an_id_of_another_kind_of_thing_names_nothing_here() throws Exception {
        var lead = id(desk.newLead());
        var meeting = id(desk.newMeeting());
        var good = new HashMap<String, Object>(desk.meeting());
        assertThat(refusal("POST", "/meetings", with(good, "meetingId", lead))).isEqualTo("409 ID_REUSED meetingId");
        assertThat(refusal("POST", "/meetings", with(good, "leadId", meeting))).isEqualTo("404 LEAD_UNKNOWN leadId");
        assertThat(refusal("POST", "/meetings", with(good, "questionSetId", lead)))
                .isEqualTo("404 QUESTION_SET_UNKNOWN questionSetId");
        assertThat(refusal("POST", "/leads", with(SalesDesk.lead("Lena"), "leadId", meeting)))
                .isEqualTo("409 ID_REUSED leadId");
        assertThat(refusal("POST", "/question-sets", with(SalesDesk.set(), "questionSetId", meeting)))
                .isEqualTo("409 ID_REUSED questionSetId");
        assertThat(refusal("PATCH", "/meetings/" + lead, Map.of("title", "x"))).startsWith("404 MEETING_UNKNOWN");
        assertThat(refusal("POST", "/meetings/" + lead + "/cancel", Map.of())).startsWith("404 MEETING_UNKNOWN");
        assertThat(refusal("PATCH", "/leads/" + meeting, Map.of("phone", "1"))).startsWith("404 LEAD_UNKNOWN");
        assertThat(refusal("POST", "/question-sets/" + lead + "/publish", Map.of()))
                .startsWith("404 QUESTION_SET_UNKNOWN");
    }

    private static Map<String, Object> with(Map<String, ?> body, String field, Object value) {
        var changed = new HashMap<String, Object>(body);
        changed.put(field, value);
        return changed;
    }

    private static String refusal(String method, String path, Map<String, ?> body) throws Exception {
        var answer = desk.ask(Wish.on(new Wish.Thing(path, "*"), method, "", body));
        var problem = JSON.readTree(answer.body());
        return answer.statusCode() + " " + problem.path("code").asString("") + " "
                + problem.path("field").asString("");
    }

    private List<Rubbish> rubbish() throws Exception {
        var inputs = new BadInputs(SEED);
        var all = new ArrayList<Rubbish>();
        for (var form : forms()) {
            all.addAll(Rubbish.around(form));
            for (var hole : form.holes())
                for (var family : BadInputs.families())
                    for (var json : inputs.some(family, EACH)) all.add(Rubbish.in(form, hole, family.name(), json));
        }
        return all;
    }

    /** @return those that were refused for what they say */
    private List<Rubbish> sent(List<Rubbish> all) throws InterruptedException {
        var refused = new ConcurrentLinkedQueue<Rubbish>();
        var waiting = new ConcurrentLinkedQueue<>(all);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < AT_ONCE; i++)
                senders.submit(() -> {
                    for (var next = waiting.poll(); next != null; next = waiting.poll())
                        if (isRefusedForWhatItSays(next)) refused.add(next);
                });
        }
        return List.copyOf(refused);
    }

    private boolean isRefusedForWhatItSays(Rubbish rubbish) {
        try {
            var answer = rubbish.send(
                    http, app.parley().url(), tokens.get(rubbish.form().user()));
            look(rubbish, answer);
            if (answer.statusCode() < 400) accepted.add(rubbish);
            return REFUSED_FOR_WHAT_THEY_SAY.contains(answer.statusCode())
                    && DEPENDING.stream().noneMatch(answer.body()::contains);
        } catch (Exception e) {
            faults.add(rubbish + " → " + e);
            return false;
        }
    }

    private void look(Rubbish rubbish, HttpResponse<String> answer) {
        var status = answer.statusCode();
        var told = rubbish + " → " + status + " " + answer.body();
        if (status >= 500) faults.add("broken: " + told);
        if (status < 400) return;
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"))
            faults.add("no problem: " + told);
        else if (!isWellTold(rubbish, answer)) faults.add("not well told: " + told);
        if (answer.body().contains("evil.test")
                || answer.body().contains("onerror")
                || answer.body().contains("jndi")) faults.add("an echo: " + told);
    }

    private static boolean isWellTold(Rubbish rubbish, HttpResponse<String> answer) {
        try {
            var problem = JSON.readTree(answer.body());
            var code = problem.path("code").asString("");
            if (!code.matches("[A-Z][A-Z_]{2,}")) return false;
            var aField = answer.statusCode() == 400 || answer.statusCode() == 422;
            return !aField
                    || rubbish.field().isEmpty()
                    || ABOUT_THE_WHOLE.contains(code)
                    || !problem.path("field").asString("").isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }

    private List<Form> forms() throws Exception {
        var forms = new ArrayList<Form>();
        var lead = id(desk.newLead());
        var start = LocalDateTime.now()
                .plusDays(200)
                .withHour(9)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        var staff = "sales@demo.test";
        forms.add(Form.of("POST", "/meetings", staff, """
                {"meetingId":"%s","title":"Call","leadId":"%s","localStart":"%s","zone":"Europe/Berlin",
                 "durationMinutes":30,"meetingType":"discovery","interviewer":"human","reminders":["PT1H"],
                 "invitees":[{"name":"Gus","email":"gus@guest.test"}],"overrule":false,
                 "recurrence":{"rrule":"FREQ=WEEKLY;COUNT=2","exceptions":[]}}""".formatted(UUID.randomUUID(), lead, start)));
        forms.add(Form.of("PATCH", desk.newMeeting().path(), staff, """
                {"title":"Moved","localStart":"%s","zone":"Europe/Berlin","durationMinutes":30}""".formatted(start.plusDays(1))));
        forms.add(Form.of("POST", desk.newMeeting().path() + "/cancel", staff, "{\"reason\":\"ill\"}"));
        forms.add(Form.of(
                "POST",
                desk.newMeeting().path() + "/invitees",
                staff,
                "{\"name\":\"Gus\",\"email\":\"gus@guest.test\"}"));
        forms.add(Form.of("POST", "/leads", staff, """
                {"name":"Lena","email":"lena@lead.test","company":"Acme","phone":"1","title":"CEO"}"""));
        forms.addAll(calendars());
        var wording = "{\"subject\":\"Hi\",\"text\":\"{{way}}\",\"html\":\"<p>{{way}}</p>\"}";
        forms.add(Form.of("PUT", "/templates/invitation?language=de", staff, wording));
        forms.add(Form.of("POST", "/templates/reminder/preview", staff, """
                {"subject":"Hi","text":"x","html":"x","meetingId":"%s"}""".formatted(id(desk.newMeeting()))));
        forms.add(Form.of("PUT", "/preferences", staff, "{\"language\":\"de\",\"declined\":[\"summary\"]}"));
        forms.add(Form.of("PUT", "/mail/policy", staff, "{\"summaryNeedsApproval\":false}"));
        forms.add(Form.of("PUT", "/guest/preferences/AAAA", "", "{\"language\":\"de\",\"declined\":[\"summary\"]}"));
        forms.add(Form.of("POST", "/unsubscribe/AAAA", "", "{}"));
        return forms;
    }

    /** Of somebody who hosts none of the meetings above, since their hours will be anything. */
    private static List<Form> calendars() throws Exception {
        var host = "second@demo.test";
        var day = LocalDateTime.now().plusDays(30).toLocalDate();
        return List.of(
                Form.of("PUT", "/calendars/me/availability", host, """
                        {"zone":"Europe/Berlin","weekly":[{"day":"monday","from":"09:00","to":"12:00"}],
                         "overrides":[{"date":"%s","hours":[{"from":"10:00","to":"12:00"}]}],"minimumNoticeMinutes":0,
                         "horizonDays":365,"stepMinutes":30,"mostPerDay":8,"mostPerWeek":40}""".formatted(day)),
                Form.of("PUT", "/calendars/me/meeting-types/discovery", host, """
                        {"title":"Discovery","durationMinutes":30,"bufferBeforeMinutes":0,"bufferAfterMinutes":10,
                         "interviewer":"human","location":"here","open":true}"""),
                Form.of("POST", "/public/demo/second@demo.test/discovery/bookings", "", """
                        {"start":"%sT08:00:00Z","name":"Lena","email":"lena@lead.test","zone":"Europe/Berlin","notes":"x"}""".formatted(day)),
                Form.of(
                        "POST",
                        "/public/demo/second@demo.test/discovery/holds",
                        "",
                        "{\"start\":\"%sT08:00:00Z\"}".formatted(day)),
                Form.of("POST", "/host-pools", host, """
                        {"name":"Inbound","members":[{"hostId":"second@demo.test","name":"Sina","weight":2}]}"""),
                Form.of("POST", desk.newMeeting().path() + "/reassign", "sales@demo.test", """
                        {"hostId":"second@demo.test","hostName":"Sina","reason":"ill"}"""),
                Form.of("POST", "/guest/AAAA/cancel", "", "{\"reason\":\"ill\"}"));
    }

    private static String id(Wish.Thing thing) {
        return thing.path().substring(thing.path().lastIndexOf('/') + 1);
    }

    /** Once nothing more comes of what was accepted. */
    private long quietLog() {
        var seen = new long[] {-1, 0};
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    var now = head();
                    seen[1] = now == seen[0] ? seen[1] + 1 : 0;
                    seen[0] = now;
                    return seen[1] >= 6;
                });
        return seen[0];
    }

    private long head() throws Exception {
        return admin.get("/operations/log").path("head").asLong();
    }

    private String newestMail() throws Exception {
        return sales.get("/demo/mailbox").path(0).path("id").asString("");
    }
}
