package dev.parley.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What DESIGN §7 promises of every endpoint that changes something, asked of every one that the document lists. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryEndpointJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    private static SalesDesk desk;

    /** These hand out what expires, or act on the machinery; they decide nothing that is stored in the log. */
    private static final Set<String> NOT_COMMANDS = Set.of(
            "POST /api/v1/session",
            "POST /api/v1/meetings/{id}/tickets",
            "POST /api/v1/guest/{token}/tickets",
            "POST /api/v1/templates/{kind}/preview",
            "POST /api/v1/question-sets/{id}/mapping/preview",
            "POST /api/v1/question-sets/{id}/rehearse",
            "POST /api/v1/templates/{kind}/test",
            "POST /api/v1/mail/diagnose");

    private static final String MACHINERY = " /api/v1/operations";

    /**
     * Words are only said, and summaries only written, in a room (TranscriptControllerTest, MeetingEndTest, InterviewControllerTest); leads come by
     * links (LifecycleJourney), other times by mail (AnswersJourney), suggestions by a model (SuggestionControllerTest), and readers of letters have no account (LettersJourney): these are asked of their own controllers and journeys.
     */
    private static final Set<String> ASKED_ELSEWHERE = Set.of(
            "POST /api/v1/meetings/{id}/segments/{segmentId}/correct",
            "POST /api/v1/meetings/{id}/segments/{segmentId}/redact",
            "POST /api/v1/question-sets/{id}/suggest",
            "POST /api/v1/question-sets/{id}/suggestions/{questionId}/accept",
            "DELETE /api/v1/question-sets/{id}/suggestions/{questionId}",
            "POST /api/v1/meetings/{id}/interview/take-over",
            "POST /api/v1/meetings/{id}/interview/pause",
            "POST /api/v1/meetings/{id}/interview/resume",
            "POST /api/v1/meetings/{id}/interview/questions/{questionId}/cover",
            "POST /api/v1/guest/{token}/cancel",
            "POST /api/v1/guest/{token}/reschedule",
            "POST /api/v1/meetings/{id}/summary/approve",
            "PUT /api/v1/guest/preferences/{token}",
            "POST /unsubscribe/{token}",
            "POST /api/v1/meetings/{id}/proposals/{participantId}/accept",
            "POST /api/v1/meetings/{id}/proposals/{participantId}/decline");

    /** These have no account behind them, or answer for another server (BookingJourney, BusyFeedTest). */
    private static final Set<String> WITHOUT_AN_ACCOUNT = Set.of(
            "POST /api/v1/public/{tenant}/{host}/{type}/holds",
            "DELETE /api/v1/public/{tenant}/{host}/{type}/holds/{holdId}",
            "POST /api/v1/public/{tenant}/{host}/{type}/bookings",
            "PUT /api/v1/calendars/me/busy-feed",
            "DELETE /api/v1/calendars/me/busy-feed");

    @BeforeAll
    static void signIn() throws Exception {
        desk = new SalesDesk(app.parley().url());
    }

    @Test
    void every_endpoint_that_changes_something_is_on_the_list() throws Exception {
        var found = new TreeSet<String>();
        desk.apiDocument()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var method = operation.getKey().toUpperCase(Locale.ROOT);
                    if (!Set.of("POST", "PUT", "PATCH", "DELETE").contains(method)) return;
                    found.add(method + " " + path.getKey());
                    assertThat(operation.getValue().path("parameters").toString())
                            .as(method + " " + path.getKey())
                            .contains("Idempotency-Key");
                }));

        found.removeAll(NOT_COMMANDS);
        found.removeAll(ASKED_ELSEWHERE);
        found.removeAll(WITHOUT_AN_ACCOUNT);
        found.removeIf(endpoint -> endpoint.contains(MACHINERY));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Endpoint.values()).map(Endpoint::named).toList());
    }

    /** Three times at once, then once more after the thing has gone on: one effect, one answer. */
    @ParameterizedTest
    @EnumSource
    void a_repeated_request_is_answered_as_the_first(Endpoint endpoint) throws Exception {
        var wish = endpoint.wish(desk);
        var key = Map.of("Idempotency-Key", endpoint + " " + UUID.randomUUID());

        var answers = Stream.generate(() -> desk.begin(wish, key)).limit(3).toList().stream()
                .map(CompletableFuture::join)
                .toList();
        var first = answers.getFirst();
        assertThat(first.statusCode()).as(first.body()).isBetween(200, 299);
        assertThat(first.headers().map()).containsKeys("etag", "x-parley-position");
        assertThat(answers).allSatisfy(answer -> assertSame(first, answer));

        goOn(wish, first);
        assertSame(first, desk.ask(wish, key));
        assertSame(first, desk.ask(wish.inOtherWriting(), key));

        var other = desk.ask(Wish.creating("/leads", SalesDesk.lead("other")), key);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
        assertThat(other.body()).contains("\"KEY_REUSED\"").contains("\"Idempotency-Key\"");
    }

    @ParameterizedTest
    @EnumSource
    void what_exists_is_changed_only_by_who_says_which_version_they_saw(Endpoint endpoint) throws Exception {
        var wish = endpoint.wish(desk);
        if (wish.version() == null) return;

        assertThat(desk.ask(wish.having(null)).statusCode()).isEqualTo(428);
        var stale = desk.ask(wish.having("\"4711\""));
        assertThat(stale.statusCode()).as(stale.body()).isEqualTo(412);
        var fresh = desk.ask(wish);
        assertThat(fresh.statusCode()).as(fresh.body()).isBetween(200, 299);
        assertThat(fresh.headers().map()).containsKeys("etag", "x-parley-position");
        var again = desk.ask(wish);
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
        if (parts.length < 5) return; // There is but one of it, and the next test goes on with it.
        var change = parts[3].equals("leads") ? "{\"phone\":\"+49 30 1\"}" : "{\"title\":\"Gone on\"}";
        desk.ask(new Wish("PATCH", "/" + parts[3] + "/" + parts[4], change, "*"));
    }
}
