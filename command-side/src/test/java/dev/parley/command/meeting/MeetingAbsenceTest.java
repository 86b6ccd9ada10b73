package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_ABSENT;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingRefusal.STILL_IN_GRACE;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ConfirmNoShow;
import dev.parley.api.meeting.MeetingCommand.EndMeeting;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.RecordNoShow;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingReopened;
import dev.parley.api.meeting.MeetingEvent.NoShowConfirmed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A lead who is late may still come, for a while; then it was a no-show. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingAbsenceTest {
    private static final DiscoveryCall call = aDiscoveryCall();
    private static final Instant quarterPast = call.time().start().plus(Duration.ofMinutes(15));
    private static final Duration grace = Duration.ofMinutes(10);
    private static final Instant graceEnds = quarterPast.plus(grace);
    private static final LeadDidNotShow absent = new LeadDidNotShow(discoveryCall, Optional.of(graceEnds));

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

    @Test
    void leaves_the_lead_a_grace() {
        meeting.given(call.then(call.started()))
                .when(new RecordNoShow(discoveryCall, theHouse, quarterPast, grace))
                .expectEvents(absent);
    }

    @Test
    void is_noticed_once() {
        whileAbsent()
                .when(new RecordNoShow(discoveryCall, theHouse, quarterPast, grace))
                .expectNoEvents();
    }

    @Test
    void ends_when_the_lead_comes_within_the_grace() {
        whileAbsent()
                .when(new JoinMeeting(discoveryCall, as(lena), graceEnds, lenaInTheRoom))
                .expectEvents(new MeetingReopened(discoveryCall), call.leadJoined());
    }

    @Test
    void does_not_end_when_only_a_guest_comes() {
        whileAbsent()
                .when(new JoinMeeting(discoveryCall, as(gus), quarterPast, gusInTheRoom))
                .expectEvents(call.joined(gusInTheRoom));
    }

    @Test
    void refuses_the_lead_after_the_grace_though_nobody_has_closed_the_room() {
        whileAbsent()
                .when(new JoinMeeting(discoveryCall, as(lena), graceEnds.plusSeconds(1), lenaInTheRoom))
                .expectException(refused(ALREADY_ENDED));
    }

    @Test
    void becomes_a_no_show_after_the_grace() {
        whileAbsent()
                .when(new ConfirmNoShow(discoveryCall, theHouse, graceEnds))
                .expectEvents(new NoShowConfirmed(discoveryCall));
    }

    @Test
    void is_no_no_show_within_the_grace() {
        whileAbsent()
                .when(new ConfirmNoShow(discoveryCall, theHouse, graceEnds.minusSeconds(1)))
                .expectException(refused(STILL_IN_GRACE));
    }

    @Test
    void is_no_no_show_once_the_lead_came() {
        meeting.given(call.then(call.started(), absent, new MeetingReopened(discoveryCall), call.leadJoined()))
                .when(new ConfirmNoShow(discoveryCall, theHouse, graceEnds))
                .expectException(refused(NOT_ABSENT));
    }

    @Test
    void is_confirmed_once() {
        meeting.given(call.then(call.started(), absent, new NoShowConfirmed(discoveryCall)))
                .when(new ConfirmNoShow(discoveryCall, theHouse, graceEnds))
                .expectNoEvents();
    }

    @Test
    void is_confirmed_by_a_host_who_waits_no_longer() {
        whileAbsent()
                .when(new EndMeeting(discoveryCall, alice, quarterPast, "nobody here"))
                .expectEvents(new NoShowConfirmed(discoveryCall));
    }

    @Test
    void is_not_called_off() {
        whileAbsent()
                .when(new CancelMeeting(discoveryCall, alice, quarterPast, "nobody here"))
                .expectException(refused(ALREADY_STARTED));
    }

    @Test
    void lets_the_lead_in_nowhere_after_it_is_confirmed() {
        meeting.given(call.then(call.started(), absent, new NoShowConfirmed(discoveryCall)))
                .when(new JoinMeeting(discoveryCall, as(lena), quarterPast, lenaInTheRoom))
                .expectException(refused(ALREADY_ENDED));
    }

    @Test
    void is_not_for_guests_to_confirm() {
        whileAbsent()
                .when(new ConfirmNoShow(discoveryCall, as(lena), graceEnds))
                .expectException(refused(NOT_THE_HOST));
    }

    private TestExecutor<Meeting> whileAbsent() {
        return meeting.given(call.then(call.started(), absent));
    }
}
