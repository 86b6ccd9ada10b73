package dev.parley.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.driver.InterviewRun;
import dev.parley.driver.ParleyApi;
import dev.parley.driver.Persona;
import dev.parley.signaling.floor.FloorInput;
import dev.parley.signaling.floor.Recording;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Every lead there is to practise on is interviewed by the whole system, several at the same time; the log tells how it went. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonasJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer();

    private static final int AT_ONCE = 6;

    @TestFactory
    Stream<DynamicTest> everybody_is_asked_all_that_matters_and_nothing_twice() throws Exception {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var talks = Persona.ALL.stream()
                    .<Callable<Talk>>map(name -> () -> interview(name))
                    .toList();
            var tests = new ArrayList<DynamicTest>();
            var talking = new ArrayList<Talk>();
            for (var each : pool.invokeAll(talks, 10, TimeUnit.MINUTES)) {
                var talk = each.get();
                talking.add(talk);
                tests.add(dynamicTest(talk.persona(), talk::mustBeGood));
            }
            tests.add(dynamicTest("a set that is edited and retired afterwards", () -> changesNoReport(talking)));
            tests.add(dynamicTest("what every floor was decided by", () -> isKept(talking)));
            return tests.stream();
        }
    }

    /** Row E2, from the first words to the last, though rooms are closed by now. */
    private static void isKept(List<Talk> talks) throws Exception {
        try (var api = app.signedInAs("sales@demo.test")) {
            for (var talk : talks) {
                var asked = talk.log().events("interview.QuestionAsked").size();
                await().untilAsserted(() -> assertThat(Recording.read(
                                api.read("/meetings/" + talk.outcome().meetingId() + "/floor", "text/plain")))
                        .as(talk.persona())
                        .filteredOn(FloorInput.SentenceBegins.class::isInstance)
                        .hasSizeGreaterThanOrEqualTo(asked));
            }
        }
    }

    /** Row B1. */
    private static void changesNoReport(List<Talk> talks) throws Exception {
        try (var api = app.signedInAs("sales@demo.test")) {
            var before = reports(api, talks);
            for (var set : sets(talks)) {
                api.post("/question-sets/" + set + "/questions", Map.of("text", "Anything else?", "type", "open"));
                api.post("/question-sets/" + set + "/publish", Map.of());
                api.post("/question-sets/" + set + "/retire", Map.of());
            }
            assertThat(reports(api, talks)).isEqualTo(before);
        }
    }

    private static Set<String> sets(List<Talk> talks) {
        return talks.stream()
                .flatMap(talk -> talk.log().events("interview.InterviewerSeated").stream())
                .map(seated -> seated.at("/payload/questionSet/questionSetId").asString())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> reports(ParleyApi api, List<Talk> talks) throws Exception {
        var reports = new ArrayList<JsonNode>();
        for (var talk : talks) {
            var meeting = "/meetings/" + talk.outcome().meetingId();
            for (var path : List.of(
                    meeting, meeting + "/transcript", "/leads/" + talk.outcome().leadId() + "/score"))
                reports.add(api.get(path));
        }
        return reports;
    }

    private static Talk interview(String name) throws Exception {
        var printed = new ByteArrayOutputStream();
        try (var api = app.signedInAs("sales@demo.test")) {
            var outcome = new InterviewRun(api, Persona.named(name), 0, new PrintStream(printed, true, UTF_8)).run();
            return new Talk(name, outcome, InterviewLog.of(api, outcome.meetingId()), printed.toString(UTF_8));
        }
    }

    private record Talk(String persona, InterviewRun.Outcome outcome, InterviewLog log, String printed) {
        void mustBeGood() {
            assertThat(outcome.complete()).as(printed).isTrue();
            assertThat(log.events("interview.InterviewCompleted")).as(printed).hasSize(1);
            assertThat(log.mandatory()).isNotEmpty();
            assertThat(log.settled()).as(printed).containsAll(log.mandatory());
            assertThat(log.askedThoughAnswered()).as(printed).isEmpty();
            assertThat(log.read()).as("segments that were read").isEqualTo(log.saidByLead());
        }
    }
}
