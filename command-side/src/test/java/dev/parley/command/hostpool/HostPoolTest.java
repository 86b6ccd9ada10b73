package dev.parley.command.hostpool;

import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.uuid;
import static dev.parley.api.hostpool.HostPoolRefusal.HOST_POOL_UNKNOWN;
import static dev.parley.api.hostpool.HostPoolRefusal.MEMBER_TWICE;
import static dev.parley.api.hostpool.HostPoolRefusal.NOBODY_FREE;
import static dev.parley.api.hostpool.HostPoolRefusal.NO_MEMBERS;
import static dev.parley.api.hostpool.HostPoolRefusal.POOL_ID_REUSED;
import static dev.parley.api.hostpool.HostPoolRefusal.POOL_RETIRED;
import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.hostpool.HostPoolCommand.AssignHost;
import dev.parley.api.hostpool.HostPoolCommand.Assigned;
import dev.parley.api.hostpool.HostPoolCommand.DefineHostPool;
import dev.parley.api.hostpool.HostPoolCommand.RetireHostPool;
import dev.parley.api.hostpool.HostPoolCommand.ReviseHostPool;
import dev.parley.api.hostpool.HostPoolCommand.WithdrawAssignment;
import dev.parley.api.hostpool.HostPoolEvent.AssignmentWithdrawn;
import dev.parley.api.hostpool.HostPoolEvent.HostAssigned;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolDefined;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolRetired;
import dev.parley.api.hostpool.HostPoolEvent.HostPoolRevised;
import dev.parley.api.hostpool.HostPoolId;
import dev.parley.api.hostpool.PoolMember;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.MeetingId;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Alice takes two for each that Bob takes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostPoolTest {
    private static final HostPoolId inbound = new HostPoolId(uuid("pool inbound"));
    private static final List<PoolMember> both =
            List.of(new PoolMember("alice", "Alice Seller", 2), new PoolMember("bob", "Bob Seller", 1));
    private static final HostPoolDefined defined = new HostPoolDefined(inbound, demo, "Inbound", both);

    private final FixtureConfiguration<HostPool> pool = new AggregateTestFixture<>(HostPool.class);

    @Nested
    class Assigning {
        @Test
        void says_whose_turn_it_is_and_why() {
            var why = "Alice Seller's turn. Within 30 days: Alice Seller 0 (weight 2), Bob Seller 0 (weight 1)";
            pool.given(defined)
                    .when(new AssignHost(inbound, bob, now, discoveryCall, List.of()))
                    .expectEvents(assigned(discoveryCall, "alice", "Alice Seller", why, List.of()))
                    .expectResultMessagePayload(new Assigned(new Host("alice", "Alice Seller"), why, 1));
        }

        @Test
        void passes_over_who_is_busy_and_says_so() {
            var why = "Bob Seller's turn. Within 30 days: Bob Seller 0 (weight 1)";
            pool.given(defined, assigned(discoveryCall, "alice", "Alice Seller", "first", List.of()))
                    .when(new AssignHost(inbound, bob, now, discoveryCall, List.of("alice")))
                    .expectEvents(assigned(discoveryCall, "bob", "Bob Seller", why, List.of("alice")));
        }

        @Test
        void gives_the_same_host_when_it_is_asked_again() {
            pool.given(defined, assigned(discoveryCall, "bob", "Bob Seller", "first", List.of()))
                    .when(new AssignHost(inbound, bob, now, discoveryCall, List.of()))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Assigned(new Host("bob", "Bob Seller"), "assigned before", 1));
        }

        @Test
        void refuses_when_all_are_busy() {
            pool.given(defined)
                    .when(new AssignHost(inbound, bob, now, discoveryCall, List.of("alice", "bob")))
                    .expectException(refused(NOBODY_FREE));
        }

        @Test
        void refuses_a_retired_pool() {
            pool.given(defined, new HostPoolRetired(inbound))
                    .when(new AssignHost(inbound, bob, now, discoveryCall, List.of()))
                    .expectException(refused(POOL_RETIRED));
        }

        @Test
        void counts_for_nobody_what_came_to_nothing() {
            pool.given(defined, assigned(discoveryCall, "alice", "Alice Seller", "first", List.of()))
                    .when(new WithdrawAssignment(inbound, bob, now, discoveryCall))
                    .expectEvents(new AssignmentWithdrawn(inbound, discoveryCall));
        }

        private static HostAssigned assigned(MeetingId meeting, String id, String name, String why, List<String> busy) {
            return new HostAssigned(inbound, meeting, id, name, why, busy, now);
        }
    }

    @Nested
    class Defining {
        @Test
        void makes_a_pool() {
            pool.givenNoPriorActivity()
                    .when(new DefineHostPool(inbound, alice, now, "Inbound", both))
                    .expectEvents(defined);
        }

        @Test
        void is_accepted_again_when_it_says_the_same() {
            pool.given(defined)
                    .when(new DefineHostPool(inbound, alice, now, "Inbound", both))
                    .expectNoEvents();
        }

        @Test
        void does_not_reuse_an_id() {
            pool.given(defined)
                    .when(new DefineHostPool(inbound, alice, now, "Outbound", both))
                    .expectException(refused(POOL_ID_REUSED, "hostPoolId"));
        }

        @Test
        void needs_a_host() {
            pool.givenNoPriorActivity()
                    .when(new DefineHostPool(inbound, alice, now, "Inbound", List.of()))
                    .expectException(refused(NO_MEMBERS, "members"));
        }

        @Test
        void takes_each_host_once() {
            pool.given(defined)
                    .when(new ReviseHostPool(inbound, alice, now, "Inbound", List.of(both.get(0), both.get(0))))
                    .expectException(refused(MEMBER_TWICE, "members[1].hostId"));
        }

        @Test
        void changes_who_is_in_it() {
            pool.given(defined)
                    .when(new ReviseHostPool(inbound, alice, now, "Inbound", both.subList(0, 1)))
                    .expectEvents(new HostPoolRevised(inbound, "Inbound", both.subList(0, 1)));
        }

        @Test
        void changes_nothing_without_a_change() {
            pool.given(defined)
                    .when(new ReviseHostPool(inbound, alice, now, "Inbound", both))
                    .expectException(refused(NOTHING_CHANGES));
        }

        @Test
        void retires_once() {
            pool.given(defined, new HostPoolRetired(inbound))
                    .when(new RetireHostPool(inbound, alice, now))
                    .expectNoEvents();
        }

        @Test
        void is_not_for_others() {
            pool.given(defined).when(new RetireHostPool(inbound, eve, now)).expectException(refused(HOST_POOL_UNKNOWN));
        }
    }

    @Nested
    class Turning {
        private final Turns turns = new Turns();

        @Test
        void gives_a_hundred_bookings_as_the_weights_say() {
            for (var booking = 0; booking < 100; booking++) take(booking, both);
            assertThat(count("alice")).isBetween(65L, 69L);
            assertThat(count("bob")).isBetween(31L, 35L);
        }

        @Test
        void makes_up_for_those_who_were_busy() {
            for (var booking = 0; booking < 30; booking++) take(booking, both.subList(0, 1));
            for (var booking = 30; booking < 45; booking++) take(booking, both);
            assertThat(count("alice")).isEqualTo(30);
            assertThat(count("bob")).isEqualTo(15);
        }

        @Test
        void forgets_what_was_long_ago() {
            for (var booking = 0; booking < 30; booking++) take(booking, both.subList(0, 1));
            var nextQuarter = now.plusSeconds(90L * 24 * 3600);
            assertThat(turns.next(both, nextQuarter).hostId()).isEqualTo("alice");
        }

        @Test
        void remembers_a_bounded_number() {
            for (var booking = 0; booking < 2_010; booking++) take(booking, both.subList(0, 1));
            assertThat(turns.of(meeting(0))).isEmpty();
            assertThat(turns.of(meeting(2_009))).contains("alice");
            assertThat(count("alice")).isEqualTo(2_000);
        }

        private long count(String host) {
            return IntStream.range(0, 2_100)
                    .filter(booking ->
                            turns.of(meeting(booking)).filter(host::equals).isPresent())
                    .count();
        }

        private void take(int booking, List<PoolMember> free) {
            var at = now.plusSeconds(booking);
            turns.take(meeting(booking), turns.next(free, at).hostId(), at);
        }

        private static MeetingId meeting(int booking) {
            return new MeetingId(uuid("booking " + booking));
        }
    }
}
