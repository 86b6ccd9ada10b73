package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingRefusal.OTHER_ZONE_RULES;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.meeting.MeetingCommand.ReResolveMeeting;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.MeetingInstantReResolved;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingTime;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** People agreed on nine o'clock. By the rules of 2020 that was an hour later than by today's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingZoneRulesTest {
    private static final MeetingTime nine = nextTuesday9amBerlin();
    private static final Instant byOldRules = nine.start().plusSeconds(3_600);
    private static final String today = aDiscoveryCall().scheduled().tzdb();
    private static final String old = "2020a";

    @Test
    void a_meeting_keeps_its_wall_clock_and_moves_its_instant() {
        meeting.given(aDiscoveryCall().then(agreedByOldRules()))
                .when(reResolve(today))
                .expectEvents(moved());
    }

    @Test
    void it_moves_once() {
        meeting.given(aDiscoveryCall().then(agreedByOldRules(), moved()))
                .when(reResolve(today))
                .expectNoEvents();
    }

    @Test
    void it_stays_if_the_rules_that_are_new_put_it_where_it_was() {
        meeting.given(aDiscoveryCall().then(agreed(nine.start(), old)))
                .when(reResolve(today))
                .expectNoEvents();
    }

    @Test
    void it_stays_if_it_was_understood_by_newer_rules_than_these() {
        meeting.given(aDiscoveryCall().then(agreed(byOldRules, "2999a")))
                .when(reResolve(today))
                .expectNoEvents();
    }

    @Test
    void a_node_that_has_other_rules_decides_nothing() {
        meeting.given(aDiscoveryCall().then(agreedByOldRules()))
                .when(reResolve("2999a"))
                .expectException(refused(OTHER_ZONE_RULES));
    }

    @Test
    void what_has_begun_stays_where_it_is() {
        meeting.given(aDiscoveryCall().then(agreedByOldRules(), aDiscoveryCall().started()))
                .when(reResolve(today))
                .expectException(refused(ALREADY_STARTED));
    }

    @Test
    void guests_do_not_ask_for_it() {
        meeting.given(aDiscoveryCall().then(agreedByOldRules()))
                .when(new ReResolveMeeting(discoveryCall, as(lena), now, today))
                .expectException(refused(NOT_THE_HOST));
    }

    private static MeetingEvent agreedByOldRules() {
        return agreed(byOldRules, old);
    }

    private static MeetingEvent agreed(Instant start, String tzdb) {
        return new MeetingRescheduled(discoveryCall, nine, start, tzdb, 1);
    }

    private static MeetingEvent moved() {
        return new MeetingInstantReResolved(discoveryCall, nine, nine.start(), byOldRules, today, old, 2);
    }

    private static ReResolveMeeting reResolve(String tzdb) {
        return new ReResolveMeeting(discoveryCall, theHouse, now, tzdb);
    }

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);
}
