package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.now;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_IN_ROOM;
import static dev.parley.api.meeting.MeetingRefusal.NOT_YOURSELF;
import static dev.parley.command.RefusedBecause.refused;

import dev.parley.api.DiscoveryCall;
import dev.parley.api.meeting.LinkQuality;
import dev.parley.api.meeting.LinkQuality.CandidateType;
import dev.parley.api.meeting.MeetingCommand.NotePoorConnection;
import dev.parley.api.meeting.MeetingEvent.PoorConnectionNoted;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whose connection was how bad, so that a lost answer can be explained afterwards. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingConnectionsTest {
    private static final DiscoveryCall call = aDiscoveryCall();
    private static final LinkQuality poor =
            new LinkQuality(aliceInTheRoom.participantId(), 480, 0.12, 60, CandidateType.RELAY);
    private static final NotePoorConnection lenasIsPoor =
            new NotePoorConnection(discoveryCall, as(lena), now, lena.participantId(), poor);

    private final FixtureConfiguration<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

    @Test
    void a_poor_one_is_noted() {
        meeting.given(call.then(call.started(), call.leadJoined()))
                .when(lenasIsPoor)
                .expectEvents(new PoorConnectionNoted(discoveryCall, lena.participantId(), poor));
    }

    @Test
    void nobody_notes_it_of_somebody_else() {
        meeting.given(call.then(call.started(), call.leadJoined()))
                .when(new NotePoorConnection(discoveryCall, as(gus), now, lena.participantId(), poor))
                .expectException(refused(NOT_YOURSELF));
    }

    @Test
    void who_is_not_here_has_none() {
        meeting.given(call.then(call.started()))
                .when(new NotePoorConnection(discoveryCall, alice, now, aliceInTheRoom.participantId(), poor))
                .expectException(refused(NOT_IN_ROOM));
    }

    @Test
    void after_the_end_it_matters_to_nobody() {
        meeting.given(call.then(call.started(), call.leadJoined(), call.ended()))
                .when(lenasIsPoor)
                .expectException(refused(ALREADY_ENDED));
    }
}
