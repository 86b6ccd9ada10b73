package dev.parley.saga.autojoin;

import static dev.parley.api.Samples.berlin;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.nextTuesday9amBerlin;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.parley.api.Actor;
import dev.parley.api.meeting.MeetingEvent.LeadDidNotShow;
import dev.parley.api.meeting.MeetingEvent.MeetingRescheduled;
import dev.parley.api.meeting.MeetingEvent.ParticipantLeft;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.Participant;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.test.saga.SagaTestFixture;

/** The call lasts from nine to half past nine on Tuesday; the story begins on Monday. */
final class AutoJoinStage {
    static final Actor autoJoin = Actor.system(demo, "auto-join");
    static final Instant start = nextTuesday9amBerlin().start();
    static final Instant end = nextTuesday9amBerlin().end();
    static final Instant lobby = start.minus(ofMinutes(10));
    static final Duration grace = ofMinutes(10);
    static final MeetingTime wednesday = berlin("2026-12-02T09:00");

    private AutoJoinStage() {}

    static SagaTestFixture<AutoJoinSaga> at(Instant instant, DecidingSide decidingSide) {
        var fixture = Stage.forSaga(AutoJoinSaga.class, instant, decidingSide);
        fixture.registerResource(new AutoJoinSettings(
                ofMinutes(10), ofMinutes(15), ofMinutes(5), ofMinutes(10), ofHours(2), grace, ofMinutes(15)));
        return fixture;
    }

    static LeadDidNotShow absentUntil(Instant end) {
        return new LeadDidNotShow(discoveryCall, Optional.of(end));
    }

    static ParticipantLeft left(Participant participant) {
        return new ParticipantLeft(discoveryCall, participant.participantId(), "left");
    }

    static MeetingRescheduled moved(MeetingTime time) {
        return new MeetingRescheduled(discoveryCall, time, time.start(), "2026a", 1);
    }
}
