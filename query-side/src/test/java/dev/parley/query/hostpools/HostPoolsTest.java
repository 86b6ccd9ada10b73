package dev.parley.query.hostpools;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.elsewhere;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.TenantId;
import dev.parley.api.hostpool.HostPoolEvent.AssignmentWithdrawn;
import dev.parley.api.hostpool.HostPoolEvent.HostAssigned;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolDefined;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolRetired;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolRevised;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.hostpool.HostPoolQuery.AssignmentLine;
import dev.parley.api.hostpool.HostPoolQuery.HostPoolLine;
import dev.parley.api.hostpool.HostPoolQuery.MemberLine;
import dev.parley.api.hostpool.PoolMember;
import dev.parley.api.meeting.MeetingId;
import dev.parley.query.Told;
import dev.parley.query.Views;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice takes two meetings for each of Bob's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostPoolsTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final HostPoolId inbound = new HostPoolId(uuid("pool inbound"));
    private static final MeetingId demoCall = new MeetingId(uuid("demo call"));
    private static final PoolMember alice = new PoolMember("alice", "Alice Seller", 2);
    private static final PoolMember bob = new PoolMember("bob", "Bob Seller", 1);

    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(views);
        told.to(new HostPoolProjection(views.jdbc(), told));
        told.that(inbound, new HostPoolDefined(inbound, demo, "Inbound", List.of(alice, bob)));
    }

    @Test
    void show_who_took_how_many() {
        told.that(inbound, assigned(discoveryCall, alice)).that(inbound, assigned(demoCall, bob));

        assertThat(pools(demo))
                .containsExactly(new HostPoolLine(
                        inbound,
                        "Inbound",
                        List.of(
                                new MemberLine("alice", "Alice Seller", 2, 1),
                                new MemberLine("bob", "Bob Seller", 1, 1)),
                        false,
                        2));
    }

    @Test
    void tell_why_somebody_was_chosen_newest_first() {
        told.that(inbound, assigned(discoveryCall, alice)).that(inbound, assigned(demoCall, bob));

        assertThat(assignments())
                .containsExactly(
                        new AssignmentLine(2, demoCall, "bob", "Bob Seller", "bob's turn", now),
                        new AssignmentLine(1, discoveryCall, "alice", "Alice Seller", "alice's turn", now));
        assertThat(reader().assignments(demo, inbound, 2, 10).collectList().block())
                .extracting(AssignmentLine::meetingId)
                .containsExactly(discoveryCall);
    }

    @Test
    void count_a_meeting_for_whom_it_was_given_to_last_if_anybody() {
        told.that(inbound, assigned(discoveryCall, alice)).that(inbound, assigned(discoveryCall, bob));
        assertThat(assignments()).extracting(AssignmentLine::hostId).containsExactly("bob");

        told.that(inbound, new AssignmentWithdrawn(inbound, discoveryCall));
        assertThat(assignments()).isEmpty();
    }

    @Test
    void stand_last_when_they_are_retired() {
        var outbound = new HostPoolId(uuid("pool outbound"));
        told.that(outbound, new HostPoolDefined(outbound, demo, "Outbound", List.of(bob)))
                .that(inbound, new HostPoolRevised(inbound, "A first pool", List.of(bob)))
                .that(inbound, new HostPoolRetired(inbound));

        assertThat(pools(demo)).extracting(HostPoolLine::name).containsExactly("Outbound", "A first pool");
        assertThat(pools(demo)).extracting(HostPoolLine::retired).containsExactly(false, true);
    }

    @Test
    void are_nobody_else_s_business() {
        told.that(inbound, assigned(discoveryCall, alice));

        assertThat(pools(elsewhere)).isEmpty();
        assertThat(reader().find(elsewhere, inbound).blockOptional()).isEmpty();
        assertThat(reader().assignments(elsewhere, inbound, 10, 10)
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void stay_as_they_are_when_everything_is_heard_again_or_rebuilt() {
        told.that(inbound, assigned(discoveryCall, alice))
                .that(inbound, assigned(demoCall, bob))
                .that(inbound, new AssignmentWithdrawn(inbound, demoCall));
        var before = pools(demo);
        var chosen = assignments();
        told.again();
        assertThat(pools(demo)).isEqualTo(before);
        assertThat(assignments()).isEqualTo(chosen);
        told.rebuilt();
        assertThat(pools(demo)).isEqualTo(before);
        assertThat(assignments()).isEqualTo(chosen);
    }

    private static HostAssigned assigned(MeetingId meeting, PoolMember member) {
        return new HostAssigned(
                inbound, meeting, member.hostId(), member.name(), member.hostId() + "'s turn", List.of(), now);
    }

    private static List<HostPoolLine> pools(TenantId tenant) {
        return reader().all(tenant).collectList().block();
    }

    private static List<AssignmentLine> assignments() {
        return reader().assignments(demo, inbound, Long.MAX_VALUE, 10)
                .collectList()
                .block();
    }

    private static HostPoolReader reader() {
        return new HostPoolReader(views.reads());
    }
}
