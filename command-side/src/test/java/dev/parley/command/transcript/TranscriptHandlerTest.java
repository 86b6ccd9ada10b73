package dev.parley.command.transcript;

import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;
import static dev.parley.api.Samples.alice;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.as;
import static dev.parley.api.Samples.bob;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.eve;
import static dev.parley.api.Samples.gus;
import static dev.parley.api.Samples.lena;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.parley;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.Samples.theHouse;
import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NO_CONSENT;
import static dev.parley.api.transcript.TranscriptRefusal.NOT_YOUR_WORDS;
import static dev.parley.api.transcript.TranscriptRefusal.SEGMENT_UNKNOWN;
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
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
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
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TranscriptHandlerTest {
    private static final String stream = TranscriptId.of(discoveryCall).toString();

    private final EventStore events =
            EmbeddedEventStore.builder().storageEngine(new LogInMemory()).build();
    private final TranscriptHandler transcript = onANodeOfItsOwn();

    @Nested
    class Recording {
        @Test
        void keeps_words_under_the_name_of_who_said_them() {
            var version = recorded(saying(as(lena), lenaInTheRoom, 1, "We need it faster."));

            assertThat(version).isZero();
            assertThat(stored())
                    .containsExactly(new SegmentRecorded(
                            discoveryCall,
                            demo,
                            segment(1),
                            lena.participantId(),
                            "Lena Lead",
                            lena.role(),
                            "We need it faster.",
                            now,
                            now.plusSeconds(2),
                            Source.SPEECH));
        }

        @Test
        void numbers_what_is_said_by_several() {
            assertThat(recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."))).isEqualTo(0);
            assertThat(recorded(saying(alice, aliceInTheRoom, 2, "Hello, Lena.")))
                    .isEqualTo(1);
            assertThat(recorded(saying(parley, parleyInTheRoom, 3, "What brings you here?")))
                    .isEqualTo(2);
        }

        @Test
        void counts_words_sent_twice_once() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
            assertThat(recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."))).isZero();
            assertThat(stored()).hasSize(1);
        }

        @Test
        void counts_words_once_that_were_stored_before_this_node_began() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
            assertThat(carryOut(() -> onANodeOfItsOwn().handle(saying(as(lena), lenaInTheRoom, 1, "Hello."))))
                    .isZero();
            assertThat(stored()).hasSize(1);
        }

        @Test
        void sees_what_another_node_stored_meanwhile() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
            carryOut(() -> onANodeOfItsOwn().handle(saying(as(lena), lenaInTheRoom, 2, "Well.")));

            assertThat(recorded(saying(as(lena), lenaInTheRoom, 2, "Well."))).isEqualTo(1);
            assertThat(recorded(saying(as(lena), lenaInTheRoom, 3, "So."))).isEqualTo(2);
            assertThat(stored()).hasSize(3);
        }

        @Test
        void forgets_what_was_not_stored() {
            assertThrows(
                    IllegalStateException.class,
                    () -> carryOut(() -> {
                        transcript.handle(saying(as(lena), lenaInTheRoom, 1, "Hello."));
                        throw new IllegalStateException("the disk is full");
                    }));
            assertThat(recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."))).isZero();
            assertThat(stored()).hasSize(1);
        }

        @Test
        void refuses_who_may_not_be_heard() {
            refuses(NO_CONSENT, "", saying(as(gus), inTheRoom(as(gus)), 1, "Me too."));
        }

        @Test
        void refuses_a_meeting_of_somebody_else() {
            refuses(MEETING_UNKNOWN, "", saying(eve, inTheRoom(eve), 1, "Ha."));
        }

        @Test
        void refuses_words_put_into_the_mouth_of_another() {
            refuses(NOT_YOUR_WORDS, "speaker", saying(as(gus), lenaInTheRoom, 1, "I pay double."));
            refuses(NOT_YOUR_WORDS, "speaker", saying(alice, lenaInTheRoom, 1, "I pay double."));
            refuses(NOT_YOUR_WORDS, "speaker", saying(bob, aliceInTheRoom, 1, "I give it for free."));
            refuses(NOT_YOUR_WORDS, "speaker", saying(parley, lenaInTheRoom, 1, "I pay double."));
            refuses(NOT_YOUR_WORDS, "speaker", saying(alice, parleyInTheRoom, 1, "I am an AI."));
            refuses(NOT_YOUR_WORDS, "speaker", saying(theHouse, parleyInTheRoom, 1, "I am an AI."));
        }

        @Test
        void refuses_the_id_of_words_of_another() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
            refuses(NOT_YOUR_WORDS, "segmentId", saying(alice, aliceInTheRoom, 1, "Hello."));
        }
    }

    @Nested
    class Correcting {
        @Test
        void keeps_what_was_heard_first() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "We need a fax machine."));
            assertThat(corrected(bob, 1, "We need a fast machine.")).isEqualTo(1);
            assertThat(stored())
                    .last()
                    .isEqualTo(new SegmentCorrected(discoveryCall, segment(1), "We need a fast machine.", "misheard"));
        }

        @Test
        void is_for_who_said_it_too() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "We need a fax machine."));
            assertThat(corrected(as(lena), 1, "We need a fast machine.")).isEqualTo(1);
        }

        @Test
        void is_not_for_other_guests() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "We need a fax machine."));
            refusesCorrection(NOT_YOUR_WORDS, "segmentId", as(gus), 1, null);
        }

        @Test
        void happens_once() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "We need a fax machine."));
            corrected(alice, 1, "We need a fast machine.");
            assertThat(corrected(bob, 1, "We need a fast machine.")).isEqualTo(1);
            assertThat(corrected(bob, 1, "We need a vast machine.")).isEqualTo(2);
            assertThat(stored()).hasSize(3);
        }

        @Test
        void changes_nothing_where_the_words_are_those() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
            assertThat(corrected(alice, 1, "Hello.")).isZero();
            assertThat(stored()).hasSize(1);
        }

        @Test
        void refuses_words_that_nobody_said() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
            refusesCorrection(SEGMENT_UNKNOWN, "segmentId", alice, 2, null);
        }

        @Test
        void refuses_to_overwrite_what_the_client_has_not_seen() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
            recorded(saying(as(lena), lenaInTheRoom, 2, "Well."));
            refusesCorrection(VERSION_IS_STALE, "", alice, 1, 0L);
            assertThat(carryOut(() -> transcript.handle(correction(alice, 1, "Hallo."), 1L)))
                    .isEqualTo(2);
        }

        @Test
        void refuses_a_meeting_of_somebody_else() {
            recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
            refusesCorrection(MEETING_UNKNOWN, "", eve, 1, null);
        }
    }

    private TranscriptHandler onANodeOfItsOwn() {
        return new TranscriptHandler(
                new TheyAllAgreedButGus(), new Transcripts(events, new TranscriptSettings(Duration.ofMinutes(2), 10)));
    }

    private Long recorded(RecordSegment command) {
        return carryOut(() -> transcript.handle(command));
    }

    private Long corrected(Actor by, int number, String text) {
        return carryOut(() -> transcript.handle(correction(by, number, text), null));
    }

    private void refuses(Refusal refusal, String field, RecordSegment command) {
        var before = stored().size();
        assertThat(assertThrows(Refused.class, () -> recorded(command)), refused(refusal, field));
        assertThat(stored()).hasSize(before);
    }

    private void refusesCorrection(Refusal refusal, String field, Actor by, int number, @Nullable Long expected) {
        var before = stored().size();
        var command = correction(by, number, "Hallo.");
        assertThat(
                assertThrows(Refused.class, () -> carryOut(() -> transcript.handle(command, expected))),
                refused(refusal, field));
        assertThat(stored()).hasSize(before);
    }

    private List<Object> stored() {
        return events.readEvents(stream)
                .asStream()
                .<Object>map(event -> event.getPayload())
                .toList();
    }

    private static RecordSegment saying(Actor by, Participant speaker, int number, String text) {
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

    private static CorrectSegment correction(Actor by, int number, String text) {
        return new CorrectSegment(discoveryCall, by, now, segment(number), text, "misheard");
    }

    private static Participant inTheRoom(Actor actor) {
        var id = actor.kind() == Actor.Kind.USER
                ? ParticipantId.ofUser(discoveryCall, actor.id())
                : ParticipantId.of(actor.id());
        return new Participant(id, actor.name(), gus.role());
    }

    /** And decides again what lost a race, as the bus does. */
    private static Long carryOut(Supplier<Long> command) {
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
