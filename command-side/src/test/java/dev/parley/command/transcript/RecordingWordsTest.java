package dev.parley.command.transcript;

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
import static dev.parley.command.transcript.TranscriptOfTheCall.carryOut;
import static dev.parley.command.transcript.TranscriptOfTheCall.inTheRoom;
import static dev.parley.command.transcript.TranscriptOfTheCall.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who may be written down, and that each word is written down once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordingWordsTest {
    private final TranscriptOfTheCall transcript = new TranscriptOfTheCall();

    @Test
    void keeps_words_under_the_name_of_who_said_them() {
        var version = transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "We need it faster."));

        assertThat(version).isZero();
        assertThat(transcript.stored())
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
    void never_stores_the_number_of_a_card() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "It is 4111 1111 1111 1111."));
        assertThat(transcript.stored())
                .extracting(stored -> ((SegmentRecorded) stored).text())
                .containsExactly("It is [card number withheld].");
    }

    @Test
    void numbers_what_is_said_by_several() {
        assertThat(transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello.")))
                .isEqualTo(0);
        assertThat(transcript.recorded(saying(alice, aliceInTheRoom, 2, "Hello, Lena.")))
                .isEqualTo(1);
        assertThat(transcript.recorded(saying(parley, parleyInTheRoom, 3, "What brings you here?")))
                .isEqualTo(2);
    }

    @Test
    void counts_words_sent_twice_once() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
        assertThat(transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello.")))
                .isZero();
        assertThat(transcript.stored()).hasSize(1);
    }

    @Test
    void counts_words_once_that_were_stored_before_this_node_began() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
        assertThat(carryOut(() -> transcript.onANodeOfItsOwn().handle(saying(as(lena), lenaInTheRoom, 1, "Hello."))))
                .isZero();
        assertThat(transcript.stored()).hasSize(1);
    }

    @Test
    void sees_what_another_node_stored_meanwhile() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
        carryOut(() -> transcript.onANodeOfItsOwn().handle(saying(as(lena), lenaInTheRoom, 2, "Well.")));

        assertThat(transcript.recorded(saying(as(lena), lenaInTheRoom, 2, "Well.")))
                .isEqualTo(1);
        assertThat(transcript.recorded(saying(as(lena), lenaInTheRoom, 3, "So.")))
                .isEqualTo(2);
        assertThat(transcript.stored()).hasSize(3);
    }

    @Test
    void forgets_what_was_not_stored() {
        assertThrows(
                IllegalStateException.class,
                () -> carryOut(() -> {
                    transcript.handler.handle(saying(as(lena), lenaInTheRoom, 1, "Hello."));
                    throw new IllegalStateException("the disk is full");
                }));
        assertThat(transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello.")))
                .isZero();
        assertThat(transcript.stored()).hasSize(1);
    }

    @Test
    void refuses_who_may_not_be_heard() {
        transcript.refuses(NO_CONSENT, "", saying(as(gus), inTheRoom(as(gus)), 1, "Me too."));
    }

    @Test
    void refuses_a_meeting_of_somebody_else() {
        transcript.refuses(MEETING_UNKNOWN, "", saying(eve, inTheRoom(eve), 1, "Ha."));
    }

    @Test
    void refuses_words_put_into_the_mouth_of_another() {
        transcript.refuses(NOT_YOUR_WORDS, "speaker", saying(as(gus), lenaInTheRoom, 1, "I pay double."));
        transcript.refuses(NOT_YOUR_WORDS, "speaker", saying(alice, lenaInTheRoom, 1, "I pay double."));
        transcript.refuses(NOT_YOUR_WORDS, "speaker", saying(bob, aliceInTheRoom, 1, "I give it for free."));
        transcript.refuses(NOT_YOUR_WORDS, "speaker", saying(parley, lenaInTheRoom, 1, "I pay double."));
        transcript.refuses(NOT_YOUR_WORDS, "speaker", saying(alice, parleyInTheRoom, 1, "I am an AI."));
        transcript.refuses(NOT_YOUR_WORDS, "speaker", saying(theHouse, parleyInTheRoom, 1, "I am an AI."));
    }

    @Test
    void refuses_the_id_of_words_of_another() {
        transcript.recorded(saying(as(lena), lenaInTheRoom, 1, "Hello."));
        transcript.refuses(NOT_YOUR_WORDS, "segmentId", saying(alice, aliceInTheRoom, 1, "Hello."));
    }
}
