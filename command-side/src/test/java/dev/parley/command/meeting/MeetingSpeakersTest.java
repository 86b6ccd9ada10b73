package dev.parley.command.meeting;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.elsewhere;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.meeting.MeetingRefusal.ALREADY_ENDED;
import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NOT_DISCLOSED;
import static dev.parley.api.meeting.MeetingRefusal.NOT_STARTED;
import static dev.parley.api.meeting.MeetingRefusal.NO_CONSENT;
import static dev.parley.api.transcript.TranscriptRefusal.SPEAKER_NOT_IN_MEETING;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.api.DiscoveryCall;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.ConsentWithdrawn;
import dev.parley.api.meeting.MeetingEvent.ParticipantLeft;
import dev.parley.api.meeting.Participant;
import dev.parley.command.Speakers.Speaker;
import dev.parley.command.TranscriptSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeetingSpeakersTest {
    private static final DiscoveryCall call = aDiscoveryCall();
    private static final Instant ended = now.plus(Duration.ofHours(1));
    private static final Duration grace = Duration.ofMinutes(2);

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final MeetingSpeakers speakers = new MeetingSpeakers(
            EventSourcingRepository.builder(Meeting.class).eventStore(events).build(),
            new TranscriptSettings(grace, 10));

    @Test
    void are_those_who_came_and_agreed() {
        given(call.started(), call.leadJoined(), call.disclosed(), call.leadConsented());
        assertThat(speaking(lenaInTheRoom, now)).isEqualTo(new Speaker("Lena Lead", Role.LEAD));
    }

    @Test
    void include_the_interviewer_once_it_has_said_what_it_is() {
        given(call.started(), call.interviewerJoined(), call.disclosed());
        assertThat(speaking(parleyInTheRoom, now)).isEqualTo(new Speaker("Parley", Role.INTERVIEWER));
    }

    @Test
    void do_not_include_an_interviewer_that_has_not_said_what_it_is() {
        given(call.started(), call.interviewerJoined());
        refuses(NOT_DISCLOSED, parleyInTheRoom, now);
    }

    @Test
    void do_not_include_who_has_not_agreed() {
        given(call.started(), call.disclosed(), call.joined(gusInTheRoom));
        refuses(NO_CONSENT, gusInTheRoom, now);
    }

    @Test
    void do_not_include_who_thought_better_of_it() {
        given(
                call.started(),
                call.leadJoined(),
                call.disclosed(),
                call.leadConsented(),
                new ConsentWithdrawn(discoveryCall, lena.participantId()));
        refuses(NO_CONSENT, lenaInTheRoom, now);
    }

    @Test
    void do_not_include_who_never_came() {
        given(call.started());
        assertThat(
                assertThrows(Refused.class, () -> speaking(lenaInTheRoom, now)),
                refused(SPEAKER_NOT_IN_MEETING, "speaker"));
    }

    @Test
    void include_who_has_just_left_so_that_the_last_words_are_kept() {
        given(
                call.started(),
                call.leadJoined(),
                call.disclosed(),
                call.leadConsented(),
                new ParticipantLeft(discoveryCall, lena.participantId(), "left"));
        assertThat(speaking(lenaInTheRoom, now).name()).isEqualTo("Lena Lead");
    }

    @Test
    void are_not_heard_before_the_start() {
        given(call.lobbyOpened(), call.leadJoined());
        refuses(NOT_STARTED, lenaInTheRoom, now);
    }

    @Test
    void are_heard_a_little_longer_than_the_meeting() {
        given(call.started(), call.leadJoined(), call.disclosed(), call.leadConsented(), call.ended());
        assertThat(speaking(lenaInTheRoom, ended.plus(grace)).name()).isEqualTo("Lena Lead");
        refuses(ALREADY_ENDED, lenaInTheRoom, ended.plus(grace).plusMillis(1));
    }

    @Test
    void are_unknown_elsewhere() {
        given(call.started());
        assertThat(
                assertThrows(
                        Refused.class,
                        () -> carryOut(() -> speakers.speaking(elsewhere, discoveryCall, lena.participantId(), now))),
                refused(MEETING_UNKNOWN));
        assertThat(assertThrows(Refused.class, () -> confirm(elsewhere)), refused(MEETING_UNKNOWN));
    }

    @Test
    void are_confirmed_at_home() {
        given(call.started());
        confirm(demo);
    }

    private void given(MeetingEvent... later) {
        var sequence = 0;
        for (var event : call.then(later))
            events.publish(new GenericDomainEventMessage<>(
                    "Meeting",
                    discoveryCall.toString(),
                    sequence++,
                    event,
                    MetaData.emptyInstance(),
                    "event-" + sequence,
                    ended));
    }

    private Speaker speaking(Participant participant, Instant at) {
        return carryOut(() -> speakers.speaking(demo, discoveryCall, participant.participantId(), at));
    }

    private void refuses(Refusal refusal, Participant participant, Instant at) {
        assertThat(assertThrows(Refused.class, () -> speaking(participant, at)), refused(refusal));
    }

    private void confirm(TenantId tenant) {
        carryOut(() -> {
            speakers.confirm(tenant, discoveryCall);
            return tenant;
        });
    }

    private static <T> T carryOut(Supplier<T> command) {
        var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("a command"));
        var result = work.executeWithResult(command::get);
        if (result.isExceptional() && result.exceptionResult() instanceof RuntimeException error) throw error;
        return result.getPayload();
    }
}
