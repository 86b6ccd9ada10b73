package dev.parley.command.hostpool;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static dev.parley.command.Counter.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.hostpool.HostPoolCommand.DefineHostPool;
import dev.parley.api.hostpool.HostPoolCommand.RetireHostPool;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.hostpool.PoolMember;
import dev.parley.command.Counter;
import dev.parley.command.RecordedCommands;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostPoolControllerTest {
    private static final HostPoolId inbound = new HostPoolId(uuid("pool inbound"));

    private final RecordedCommands recorded = new RecordedCommands();
    private final Counter counter =
            Counter.of(new HostPoolController(recorded.commands(), Clock.fixed(now, ZoneOffset.UTC)));

    @Test
    void defines_a_pool_in_which_a_host_counts_once_unless_said_otherwise() {
        define("{\"hostId\":\"alice\",\"name\":\"Alice Seller\",\"weight\":2},{\"hostId\":\"bob\"}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/v1/host-pools/" + inbound);
        assertThat(recorded.given())
                .containsExactly(new DefineHostPool(
                        inbound,
                        alice,
                        now,
                        "Inbound",
                        List.of(new PoolMember("alice", "Alice Seller", 2), new PoolMember("bob", "bob", 1))));
    }

    @Test
    void retires_a_pool() {
        counter.post("/host-pools/" + inbound + "/retire", "").expectStatus().isNoContent();
        assertThat(recorded.given()).containsExactly(new RetireHostPool(inbound, alice, now));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"hostId\":\"a\",\"weight\":0}               | MALFORMED_NUMBER   | members[0].weight",
                "{\"hostId\":\"a\",\"weight\":101}             | MALFORMED_NUMBER   | members[0].weight",
                "{\"name\":\"Nobody\"}                         | MISSING            | members[0].hostId",
                "{\"hostId\":\"a\\r\\nBcc: b\"}                | CONTROL_CHARACTERS | members[0].hostId",
                "{\"hostId\":\"a\",\"name\":\"x\\u202Ey\"}     | CONTROL_CHARACTERS | members[0].name",
                "null                                          | MISSING            | members[0]",
            })
    void refuses_what_is_misshapen(String member, String code, String field) {
        refused(define(member), 400, code, field);
        assertThat(recorded.given()).isEmpty();
    }

    @Test
    void refuses_a_crowd() {
        var crowd = IntStream.range(0, 51)
                .mapToObj(i -> "{\"hostId\":\"host" + i + "\"}")
                .collect(Collectors.joining(","));
        refused(define(crowd), 400, "TOO_MANY", "members");
    }

    private ResponseSpec define(String members) {
        return counter.post(
                "/host-pools",
                "{\"hostPoolId\":\"%s\",\"name\":\"Inbound\",\"members\":[%s]}".formatted(inbound, members));
    }
}
