package dev.parley.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.api.Ids;
import dev.parley.driver.ParleyApi;
import dev.parley.driver.conformance.ConformanceRun;
import dev.parley.driver.conformance.Script;
import dev.parley.driver.conformance.Scripts;
import dev.parley.driver.conformance.Verdict;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server keeps to every script of the protocol, and whoever breaks it is found out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConformanceJourney {
    @RegisterExtension
    static final AppWithRunningServer app = new AppWithRunningServer(Map.of(
            "PARLEY_DEVELOPMENT", "true",
            // A busy machine is slow on both sides of each socket, which is no fault of the server.
            "PARLEY_SIGNALING_CONNECTION_CLOSEWITHIN", "20s",
            "PARLEY_SIGNALING_ROOM_AWAYAFTER", "8s",
            "PARLEY_TURN_URLS", "turn:127.0.0.1:3499?transport=udp",
            "PARLEY_TURN_SECRET", "north",
            "PARLEY_TURN_RELAYONLY", Ids.named("tenant", "other").toString()));

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A fault that is a silence takes this long to find. */
    private static final Duration IMPATIENCE = Duration.ofSeconds(4);

    private static final int AT_ONCE = 6;

    private ParleyApi sales;

    @BeforeEach
    void signIn() throws Exception {
        sales = app.signedInAs("sales@demo.test");
    }

    @AfterEach
    void signOut() {
        sales.close();
    }

    @TestFactory
    Stream<DynamicTest> the_server_keeps_to_every_script() throws Exception {
        try (var run = new ConformanceRun(sales, Optional.empty(), PATIENCE)) {
            return tests(run.play(scripts(false), AT_ONCE, _ -> {}));
        }
    }

    @TestFactory
    Stream<DynamicTest> addresses_are_hidden_in_an_organisation_that_wants_it() throws Exception {
        try (var hidden = app.signedInAs("sales@other.test");
                var run = new ConformanceRun(hidden, Optional.empty(), PATIENCE)) {
            return tests(run.play(scripts(true), AT_ONCE, _ -> {}));
        }
    }

    private static List<Script> scripts(boolean relayOnly) throws IOException {
        return Scripts.shipped().stream()
                .filter(script -> script.isFor(true, relayOnly))
                .toList();
    }

    private static Stream<DynamicTest> tests(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> dynamicTest(
                        verdict.script().name(),
                        () -> assertThat(verdict.failure())
                                .as(verdict.script().about())
                                .isEmpty()));
    }

    @Test
    void a_faithful_messenger_changes_nothing() throws Exception {
        try (var honest = new TwoFaced(signal(), Optional.empty());
                var run = new ConformanceRun(sales, Optional.of(honest.url()), PATIENCE)) {
            var scripts = Scripts.shipped().stream()
                    .filter(script -> Fault.scripts().contains(script.name()))
                    .toList();
            assertThat(run.play(scripts, AT_ONCE, _ -> {}))
                    .hasSameSizeAs(Fault.scripts())
                    .allSatisfy(verdict -> assertThat(verdict.failure())
                            .as(verdict.script().name())
                            .isEmpty());
        }
    }

    @TestFactory
    Stream<DynamicTest> every_fault_is_found_out() throws Exception {
        return findings().stream()
                .map(found -> dynamicTest(
                        found.fault() + " by " + found.fault().script(),
                        () -> assertThat(found.verdict().failure())
                                .hasValueSatisfying(failure -> assertThat(failure)
                                        .contains(found.fault().says()))));
    }

    @Test
    void the_verb_prints_a_line_for_each_script_and_fails_with_the_server() throws Exception {
        try (var liar = new TwoFaced(signal(), Optional.of(Fault.FORGES_A_SENDER))) {
            var verb = app.parley()
                    .verb(
                            "conformance",
                            "--url=" + app.parley().url(),
                            "--signal=" + liar.url(),
                            "words-chat",
                            "join-with-a-used-ticket",
                            "faults-restart");
            var said = new String(verb.getInputStream().readAllBytes(), UTF_8);
            assertThat(verb.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(said)
                    .contains("FAILED  words-chat", "passed  join-with-a-used-ticket")
                    .contains("1 passed, 1 FAILED, 1 not played");
            assertThat(verb.exitValue()).isEqualTo(1);
        }
    }

    private record Finding(Fault fault, Verdict verdict) {}

    /** Those whose script must be alone come last. */
    private List<Finding> findings() throws Exception {
        var findings = new ArrayList<Finding>();
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var together = Arrays.stream(Fault.values())
                    .filter(fault -> !script(fault).alone())
                    .<Callable<Finding>>map(fault -> () -> found(fault))
                    .toList();
            for (var each : pool.invokeAll(together)) findings.add(each.resultNow());
        }
        for (var fault : Fault.values()) if (script(fault).alone()) findings.add(found(fault));
        return findings;
    }

    private Finding found(Fault fault) throws Exception {
        try (var liar = new TwoFaced(signal(), Optional.of(fault));
                var run = new ConformanceRun(sales, Optional.of(liar.url()), IMPATIENCE)) {
            return new Finding(fault, run.play(script(fault)));
        }
    }

    private static Script script(Fault fault) {
        try {
            return Scripts.shipped().stream()
                    .filter(script -> script.name().equals(fault.script()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static URI signal() {
        return URI.create(app.parley().url().toString().replaceFirst("^http", "ws") + "/signal");
    }
}
