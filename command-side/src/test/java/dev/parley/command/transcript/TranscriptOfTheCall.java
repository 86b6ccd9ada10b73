package dev.parley.command.transcript;

import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NO_CONSENT;
import static dev.parley.command.RefusedBecause.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.api.Actor;
import dev.parley.api.Refusal;
import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptCommand.CorrectSegment;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import dev.parley.api.transcript.TranscriptCommand.RedactSegment;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.command.LogInMemory;
import dev.parley.command.Speakers;
import dev.parley.command.TranscriptSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** A log, a node that writes the transcript of the discovery call to it, and what people say. */
final class TranscriptOfTheCall {
    private static final String stream = TranscriptId.of(discoveryCall).toString();

    private final EventStore events =
            EmbeddedEventStore.builder().storageEngine(new LogInMemory()).build();
    final TranscriptHandler handler = onANodeOfItsOwn();

    TranscriptHandler onANodeOfItsOwn() {
        return new TranscriptHandler(
                new TheyAllAgreedButGus(), new Transcripts(events, new TranscriptSettings(Duration.ofMinutes(2), 10)));
    }

    Long recorded(RecordSegment command) {
        return carryOut(() -> handler.handle(command));
    }

    Long corrected(Actor by, int number, String text) {
        return carryOut(() -> handler.handle(correction(by, number, text), null));
    }

    Long redacted(Actor by, int number) {
        var command = new RedactSegment(discoveryCall, by, now, segment(number), "not for the record");
        return carryOut(() -> handler.handle(command, null));
    }

    void refuses(Refusal refusal, String field, RecordSegment command) {
        var before = stored().size();
        assertThat(assertThrows(Refused.class, () -> recorded(command)), refused(refusal, field));
        assertThat(stored()).hasSize(before);
    }

    void refusesCorrection(Refusal refusal, String field, Actor by, int number, @Nullable Long expected) {
        var before = stored().size();
        var command = correction(by, number, "Hallo.");
        assertThat(
                assertThrows(Refused.class, () -> carryOut(() -> handler.handle(command, expected))),
                refused(refusal, field));
        assertThat(stored()).hasSize(before);
    }

    List<Object> stored() {
        return events.readEvents(stream)
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }

    static RecordSegment saying(Actor by, Participant speaker, int number, String text) {
        return new RecordSegment(
                discoveryCall,
                by,
                now,
                segment(number),
                speaker.participantId(),
                text,
                now,
                now.plusSeconds(2),
                Source.SPEECH);
    }

    static CorrectSegment correction(Actor by, int number, String text) {
        return new CorrectSegment(discoveryCall, by, now, segment(number), text, "misheard");
    }

    static Participant inTheRoom(Actor actor) {
        var id = actor.kind() == Actor.Kind.USER
                ? ParticipantId.ofUser(discoveryCall, actor.id())
                : ParticipantId.of(actor.id());
        return new Participant(id, actor.name(), gus.role());
    }

    /** And decides again what lost a race, as the bus does. */
    static Long carryOut(Supplier<Long> command) {
        try {
            return decide(command);
        } catch (ConcurrencyException lost) {
            return decide(command);
        }
    }

    private static Long decide(Supplier<Long> command) {
        var work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("a command"));
        var result = work.executeWithResult(command::get);
        if (result.isExceptional() && result.exceptionResult() instanceof RuntimeException error) throw error;
        return result.getPayload();
    }

    private static class TheyAllAgreedButGus implements Speakers {
        private final Map<ParticipantId, Participant> agreed = Map.of(
                lenaInTheRoom.participantId(), lenaInTheRoom,
                aliceInTheRoom.participantId(), aliceInTheRoom,
                parleyInTheRoom.participantId(), parleyInTheRoom);

        @Override
        public Speaker speaking(TenantId tenant, MeetingId meeting, ParticipantId participant, Instant at) {
            confirm(tenant, meeting);
            var speaker = agreed.get(participant);
            if (speaker == null) throw new Refused(NO_CONSENT);
            return new Speaker(speaker.name(), speaker.role());
        }

        @Override
        public void confirm(TenantId tenant, MeetingId meeting) {
            if (!tenant.equals(demo)) throw new Refused(MEETING_UNKNOWN);
        }
    }
}
