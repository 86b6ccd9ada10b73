package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What DESIGN §7 promises of every endpoint that changes something, asked of every one that the document lists. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryEndpointJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient http = HttpClient.newHttpClient();
    private static final AtomicInteger days = new AtomicInteger(10);
    private static String token = "";

    /** These hand out what expires, or act on the machinery; they decide nothing that is stored in the log. */
    private static final Set<String> NOT_COMMANDS =
            Set.of("POST /api/v1/session", "POST /api/v1/meetings/{id}/tickets", "POST /api/v1/guest/{token}/tickets");

    private static final String MACHINERY = " /api/v1/operations";

    /** Words are only said in a room, so that this one is asked of its own controller (TranscriptControllerTest). */
    private static final Set<String> ASKED_ELSEWHERE =
            Set.of("POST /api/v1/meetings/{id}/segments/{segmentId}/correct");

    /** What a thing is called and which version of it was seen. */
    private record Thing(String path, String version) {}

    /** A request against a thing that there is, or against nothing yet. */
    private record Wish(
            String method,
            String path,
            @Nullable String body,
            @Nullable String version) {}

    private enum Endpoint {
        REGISTER("POST", "/leads") {
            @Override
            Wish wish() {
                return creating("/leads", lead(name()));
            }
        },
        REVISE_CONTACT("PATCH", "/leads/{id}") {
            @Override
            Wish wish() throws Exception {
                return on(newLead(), "", Map.of("company", "Acme"));
            }
        },
        CHANGE_STATUS("POST", "/leads/{id}/status") {
            @Override
            Wish wish() throws Exception {
                return on(newLead(), "/status", Map.of("status", "qualified"));
            }
        },
        DRAFT("POST", "/question-sets") {
            @Override
            Wish wish() {
                return creating("/question-sets", set());
            }
        },
        REVISE_SET("PATCH", "/question-sets/{id}") {
            @Override
            Wish wish() throws Exception {
                return on(newSet(), "", Map.of("title", "Renamed"));
            }
        },
        ADD_QUESTION("POST", "/question-sets/{id}/questions") {
            @Override
            Wish wish() throws Exception {
                return on(newSet(), "/questions", question("How many?"));
            }
        },
        REVISE_QUESTION("PUT", "/question-sets/{id}/questions/{questionId}") {
            @Override
            Wish wish() throws Exception {
                return on(newSet(), "/questions/" + FIRST, question("How few?"));
            }
        },
        REMOVE_QUESTION("DELETE", "/question-sets/{id}/questions/{questionId}") {
            @Override
            Wish wish() throws Exception {
                return on(newSet(), "/questions/" + FIRST, null);
            }
        },
        REORDER("PUT", "/question-sets/{id}/order") {
            @Override
            Wish wish() throws Exception {
                return on(newSet(), "/order", Map.of("order", List.of(SECOND, FIRST)));
            }
        },
        PUBLISH("POST", "/question-sets/{id}/publish") {
            @Override
            Wish wish() throws Exception {
                return on(newSet(), "/publish", null);
            }
        },
        RETIRE("POST", "/question-sets/{id}/retire") {
            @Override
            Wish wish() throws Exception {
                return on(newSet(), "/retire", null);
            }
        },
        SCHEDULE("POST", "/meetings") {
            @Override
            Wish wish() throws Exception {
                return creating("/meetings", meeting());
            }
        },
        REARRANGE("PATCH", "/meetings/{id}") {
            @Override
            Wish wish() throws Exception {
                return on(newMeeting(), "", Map.of("title", "Moved", "localStart", nextStart()));
            }
        },
        CANCEL("POST", "/meetings/{id}/cancel") {
            @Override
            Wish wish() throws Exception {
                return on(newMeeting(), "/cancel", Map.of("reason", "ill"));
            }
        },
        START("POST", "/meetings/{id}/start") {
            @Override
            Wish wish() throws Exception {
                return on(newMeeting(), "/start", null);
            }
        },
        END("POST", "/meetings/{id}/end") {
            @Override
            Wish wish() throws Exception {
                var meeting = newMeeting();
                var started = ask(EveryEndpointJourney.wish("POST", meeting, "/start", null), Map.of());
                return on(new Thing(meeting.path(), tag(started)), "/end", null);
            }
        },
        INVITE("POST", "/meetings/{id}/invitees") {
            @Override
            Wish wish() throws Exception {
                return on(newMeeting(), "/invitees", Map.of("name", "Gus", "email", "gus@guest.test"));
            }
        },
        UNINVITE("DELETE", "/meetings/{id}/invitees/{participantId}") {
            @Override
            Wish wish() throws Exception {
                var meeting = newMeeting();
                var gusToo = Map.of("name", "Gus", "email", "gus@guest.test");
                var invited = ask(EveryEndpointJourney.wish("POST", meeting, "/invitees", gusToo), Map.of());
                var gus = JSON.readTree(invited.body()).path("participantId").asString();
                return on(new Thing(meeting.path(), tag(invited)), "/invitees/" + gus, null);
            }
        };

        private final String method;
        private final String pattern;

        Endpoint(String method, String pattern) {
            this.method = method;
            this.pattern = pattern;
        }

        /** One that will be granted. */
        abstract Wish wish() throws Exception;

        Wish on(Thing thing, String tail, @Nullable Map<String, ?> body) {
            return EveryEndpointJourney.wish(method, thing, tail, body);
        }

        Wish creating(String path, Map<String, ?> body) {
            return new Wish(method, path, JSON.writeValueAsString(body), null);
        }

        String named() {
            return method + " /api/v1" + pattern;
        }
    }

    private static final String FIRST = "0199c8e2-5a3b-7c4d-8e9f-000000000001";
    private static final String SECOND = "0199c8e2-5a3b-7c4d-8e9f-000000000002";

    @BeforeAll
    static void signIn() throws Exception {
        var session = ask(new Wish("POST", "/session", "{\"user\":\"sales@demo.test\"}", null), Map.of());
        token = JSON.readTree(session.body()).path("token").asString();
    }

    @Test
    void every_endpoint_that_changes_something_is_on_the_list() throws Exception {
        var document = JSON.readTree(http.send(
                        HttpRequest.newBuilder(app.parley().url().resolve("/openapi"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        var found = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                    if (!Set.of("POST", "PUT", "PATCH", "DELETE").contains(method)) return;
                    found.add(method + " " + path.getKey());
                    assertThat(operation.getValue().path("parameters").toString())
                            .as(method + " " + path.getKey())
                            .contains("Idempotency-Key");
                }));

        found.removeAll(NOT_COMMANDS);
        found.removeAll(ASKED_ELSEWHERE);
        found.removeIf(endpoint -> endpoint.contains(MACHINERY));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Endpoint.values()).map(Endpoint::named).toList());
    }

    /** Three times at once, then once more after the thing has gone on: one effect, one answer. */
    @ParameterizedTest
    @EnumSource
    void a_repeated_request_is_answered_as_the_first(Endpoint endpoint) throws Exception {
        var wish = endpoint.wish();
        var key = Map.of("Idempotency-Key", endpoint + " " + UUID.randomUUID());

        var answers = Stream.generate(() -> http.sendAsync(request(wish, key), HttpResponse.BodyHandlers.ofString()))
                .limit(3)
                .toList()
                .stream()
                .map(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();
        var first = answers.getFirst();
        assertThat(first.statusCode()).as(first.body()).isBetween(200, 299);
        assertThat(first.headers().map()).containsKeys("etag", "x-parley-position");
        assertThat(answers).allSatisfy(answer -> assertSame(first, answer));

        goOn(wish, first);
        assertSame(first, ask(wish, key));
        assertSame(first, ask(sameInOtherWriting(wish), key));

        var other = ask(new Wish("POST", "/leads", JSON.writeValueAsString(lead("other")), null), key);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
        assertThat(other.body()).contains("\"KEY_REUSED\"").contains("\"Idempotency-Key\"");
    }

    @ParameterizedTest
    @EnumSource
    void what_exists_is_changed_only_by_who_says_which_version_they_saw(Endpoint endpoint) throws Exception {
        var wish = endpoint.wish();
        if (wish.version() == null) return;

        assertThat(ask(new Wish(wish.method(), wish.path(), wish.body(), null), Map.of())
                        .statusCode())
                .isEqualTo(428);
        var stale = ask(new Wish(wish.method(), wish.path(), wish.body(), "\"4711\""), Map.of());
        assertThat(stale.statusCode()).as(stale.body()).isEqualTo(412);
        var fresh = ask(wish, Map.of());
        assertThat(fresh.statusCode()).as(fresh.body()).isBetween(200, 299);
        assertThat(fresh.headers().map()).containsKeys("etag", "x-parley-position");
        var again = ask(wish, Map.of());
        assertThat(again.statusCode())
                .as("seen before that change: " + again.body())
                .isEqualTo(412);
    }

    private static void assertSame(HttpResponse<String> first, HttpResponse<String> again) {
        assertThat(again.statusCode()).as(again.body()).isEqualTo(first.statusCode());
        assertThat(again.body()).isEqualTo(first.body());
        for (var header : List.of("etag", "location", "x-parley-position"))
            assertThat(again.headers().allValues(header))
                    .as(header)
                    .isEqualTo(first.headers().allValues(header));
    }

    /** Somebody else changes the same thing; where that is over, nobody can. */
    private static void goOn(Wish wish, HttpResponse<String> first) throws Exception {
        var location = first.headers().firstValue("Location").orElse("/api/v1" + wish.path());
        var parts = location.split("/");
        var change = parts[3].equals("leads") ? "{\"phone\":\"+49 30 1\"}" : "{\"title\":\"Gone on\"}";
        ask(new Wish("PATCH", "/" + parts[3] + "/" + parts[4], change, "*"), Map.of());
    }

    private static Wish sameInOtherWriting(Wish wish) {
        return wish.body() == null
                ? wish
                : new Wish(wish.method(), wish.path(), wish.body().replace("{\"", "{ \""), wish.version());
    }

    private static Wish wish(String method, Thing thing, String tail, @Nullable Map<String, ?> body) {
        var json = body == null ? null : JSON.writeValueAsString(body);
        return new Wish(method, thing.path() + tail, json, thing.version());
    }

    private static Thing newLead() throws Exception {
        return created("/leads", lead("Lena"), "leadId");
    }

    private static Thing newSet() throws Exception {
        return created("/question-sets", set(), "questionSetId");
    }

    private static Thing newMeeting() throws Exception {
        return created("/meetings", meeting(), "meetingId");
    }

    private static Thing created(String path, Map<String, ?> body, String id) throws Exception {
        var answer = ask(new Wish("POST", path, JSON.writeValueAsString(body), null), Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Thing(path + "/" + JSON.readTree(answer.body()).path(id).asString(), tag(answer));
    }

    private static Map<String, ?> lead(String name) {
        return Map.of("name", name, "email", "lena@lead.test");
    }

    private static Map<String, ?> set() {
        return Map.of("title", "Basics", "questions", List.of(question(FIRST, "What for?"), question(SECOND, "When?")));
    }

    private static Map<String, ?> question(String text) {
        return Map.of("text", text, "type", "open");
    }

    private static Map<String, ?> question(String id, String text) {
        return Map.of("questionId", id, "text", text, "type", "open");
    }

    private static Map<String, ?> meeting() throws Exception {
        var lead = newLead().path();
        return Map.of(
                "title",
                "Call",
                "leadId",
                lead.substring(lead.lastIndexOf('/') + 1),
                "localStart",
                nextStart(),
                "zone",
                "Europe/Berlin",
                "durationMinutes",
                30,
                "interviewer",
                "human",
                "reminders",
                List.of());
    }

    private static String nextStart() {
        return LocalDateTime.now()
                .plusDays(days.incrementAndGet())
                .withHour(9)
                .withMinute(0)
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<String> ask(Wish wish, Map<String, String> headers)
            throws IOException, InterruptedException {
        return http.send(request(wish, headers), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(Wish wish, Map<String, String> headers) {
        var body = wish.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(wish.body());
        var request = HttpRequest.newBuilder(app.parley().url().resolve("/api/v1" + wish.path()))
                .timeout(Duration.ofSeconds(30))
                .method(wish.method(), body);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (wish.body() != null) request.header("Content-Type", "application/json");
        if (wish.version() != null) request.header("If-Match", wish.version());
        headers.forEach(request::header);
        return request.build();
    }
}
