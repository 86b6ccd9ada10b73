package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.segment;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static dev.parley.signaling.SpokenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.InterviewCommand.NoteCutOff;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.MeetingEvent.ConsentGiven;
import dev.parley.api.transcript.SegmentId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.signaling.room.Attendee;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of what the interviewer was saying: it goes on after a noise, and after words it was not said. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CuttingInTest {
    private static final String TEXT = "Thank you, that helps. Who else has to agree before you can decide?";
    private static final SegmentId QUESTION = segment(9);

    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();
    private final FakeSession alice = audible(ALICE);
    private final FakeSession lena = audible(LENA);

    @Nested
    class By_words {
        @Test
        void leaves_what_the_lead_has_not_heard_unsaid() {
            asks();
            lena.says("segment", words("Wait a moment", false));
            tells(alice, QUESTION, 0, "cut");
            assertThat(noted()).isEmpty();
            tells(lena, QUESTION, 22, "cut");
            tells(lena, QUESTION, 22, "cut");

            assertThat(noted()).singleElement().satisfies(note -> {
                assertThat(note.interviewId()).isEqualTo(InterviewId.of(discoveryCall));
                assertThat(note.segmentId()).isEqualTo(QUESTION);
                assertThat(note.characters()).isEqualTo(22);
            });
        }

        @Test
        void may_be_told_by_the_leads_browser_before_they_arrive() {
            asks();
            tells(lena, QUESTION, 22, "cut");
            assertThat(noted()).isEmpty();
            lena.says("segment", words("Wait a moment", false));

            assertThat(noted()).extracting(NoteCutOff::characters).containsExactly(22);
        }

        @Test
        void leaves_nothing_unsaid_that_was_read_or_heard() {
            asks();
            tells(lena, QUESTION, 0, "failed");
            lena.says("segment", words("Wait a moment", false));
            assertThat(noted()).isEmpty();
        }

        @Test
        void may_come_when_it_was_thought_to_have_finished() {
            asks();
            gateway.passesFor(Duration.ofSeconds(10), alice, lena);
            tells(lena, QUESTION, 22, "cut");

            assertThat(noted()).extracting(NoteCutOff::characters).containsExactly(22);
        }

        @Test
        void concerns_nothing_that_nobody_said_lately() {
            asks();
            lena.says("segment", words("Wait a moment", false));
            tells(lena, segment(4), 3, "cut");

            assertThat(noted()).isEmpty();
            assertThat(lena.heard("error")).isEmpty();
        }
    }

    @Test
    void it_listens_as_soon_as_the_lead_has_heard_it_all() {
        asks();
        tells(alice, QUESTION, TEXT.length(), "finished");
        assertThat(states(alice)).endsWith("speaking");
        tells(lena, QUESTION, TEXT.length(), "finished");

        assertThat(states(alice)).endsWith("listening");
    }

    @Nested
    class By_a_noise {
        @Test
        void makes_it_go_on_with_the_sentence_that_was_cut_where_least_was_heard() {
            aliceIsWrittenDown();
            asks();
            coughs(alice);
            tells(lena, QUESTION, 22, "cut");
            tells(alice, QUESTION, 40, "cut");
            gateway.passes(Duration.ofMillis(1_800));
            assertThat(lena.heard("speech")).hasSize(1);
            gateway.passes(Duration.ofMillis(300));

            assertThat(lena.heard("speech")).hasSize(2).last().satisfies(rest -> {
                assertThat(rest.at("/payload/segmentId").asString()).isEqualTo(QUESTION.toString());
                assertThat(rest.at("/payload/text").asString()).isEqualTo(TEXT);
                assertThat(rest.at("/payload/from").asInt()).isEqualTo(22);
            });
            assertThat(captions()).isEqualTo(1);
            assertThat(noted()).isEmpty();
            assertThat(states(lena)).endsWith("listening", "speaking");
        }

        @Test
        void takes_as_long_as_the_rest_takes() {
            aliceIsWrittenDown();
            asks();
            coughs(alice);
            tells(lena, QUESTION, 22, "cut");
            gateway.passes(Duration.ofMillis(2_100));
            gateway.passes(Duration.ofMillis(2_700));
            assertThat(states(lena)).endsWith("speaking");
            gateway.passes(Duration.ofMillis(300));

            assertThat(states(lena)).endsWith("listening");
        }

        @Test
        void is_none_if_words_follow() {
            aliceIsWrittenDown();
            asks();
            coughs(alice);
            tells(lena, QUESTION, 22, "cut");
            alice.says("segment", words("Let me explain", false));
            gateway.passes(Duration.ofSeconds(4));

            assertThat(lena.heard("speech")).hasSize(1);
            assertThat(noted()).extracting(NoteCutOff::characters).containsExactly(22);
        }

        @Test
        void is_none_if_the_lead_types_an_answer() {
            aliceIsWrittenDown();
            asks();
            coughs(alice);
            gateway.rooms.happened(typedByLena());
            gateway.passes(Duration.ofSeconds(4));

            assertThat(lena.heard("speech")).hasSize(1);
        }

        @Test
        void is_none_if_it_comes_from_somebody_whose_words_nobody_can_write_down() {
            asks();
            coughs(alice);
            tells(lena, QUESTION, 22, "cut");
            gateway.passes(Duration.ofSeconds(8));

            assertThat(lena.heard("hush")).hasSize(1);
            assertThat(lena.heard("speech")).hasSize(1);
            assertThat(noted()).extracting(NoteCutOff::characters).containsExactly(22);
        }

        @Test
        void does_not_go_on_where_everybody_has_heard_it_all() {
            aliceIsWrittenDown();
            asks();
            coughs(alice);
            tells(lena, QUESTION, TEXT.length(), "finished");
            gateway.passes(Duration.ofSeconds(4));

            assertThat(lena.heard("speech")).hasSize(1);
            assertThat(states(lena)).endsWith("listening");
        }
    }

    @Nested
    class By_a_voice_that_says_nothing {
        @Test
        void lets_it_go_on_after_a_while_and_does_not_stop_it_again() {
            aliceIsWrittenDown();
            asks();
            hums(alice, Duration.ofSeconds(1));
            tells(lena, QUESTION, 22, "cut");
            assertThat(lena.heard("hush")).hasSize(1);
            hums(alice, Duration.ofMillis(4_200));
            assertThat(lena.heard("speech")).hasSize(2);
            hums(alice, Duration.ofSeconds(2));

            assertThat(lena.heard("hush")).hasSize(1);
            assertThat(noted()).isEmpty();
        }

        @Test
        void keeps_nothing_waiting_that_is_to_be_said() {
            aliceIsWrittenDown();
            hums(alice, Duration.ofMillis(5_100));
            asks();

            assertThat(lena.heard("speech")).hasSize(1);
        }

        @Test
        void counts_again_as_soon_as_it_has_words() {
            aliceIsWrittenDown();
            hums(alice, Duration.ofMillis(5_100));
            alice.says("segment", words("So as I said", false));
            asks();

            assertThat(lena.heard("speech")).isEmpty();
        }
    }

    private FakeSession audible(Attendee who) {
        var session = gateway.join(who);
        session.says("media", "{\"audio\":true,\"video\":false}");
        gateway.rooms.happened(aDiscoveryCall().leadConsented());
        return session;
    }

    private void aliceIsWrittenDown() {
        gateway.rooms.happened(new ConsentGiven(discoveryCall, ALICE.id(), "I agree"));
        alice.says("segment", words("Good morning everybody", false));
        gateway.passes(Duration.ofMillis(100));
    }

    private void asks() {
        gateway.rooms.happened(new QuestionAsked(
                InterviewId.of(discoveryCall),
                discoveryCall,
                1,
                need.questionId(),
                0,
                TEXT,
                MoveReason.NEXT_IN_ORDER,
                QUESTION));
    }

    /** Long enough to stop the interviewer. */
    private void coughs(FakeSession who) {
        hums(who, Duration.ofMillis(600));
        who.says("level", "{\"level\":0,\"speaking\":false}");
    }

    private void hums(FakeSession who, Duration time) {
        who.says("level", "{\"level\":0.4,\"speaking\":true}");
        gateway.passes(time);
        who.says("level", "{\"level\":0.4,\"speaking\":true}");
    }

    private static void tells(FakeSession who, SegmentId words, int characters, String outcome) {
        who.says(
                "said",
                "{\"segmentId\":\"%s\",\"characters\":%d,\"outcome\":\"%s\"}".formatted(words, characters, outcome));
    }

    private static SegmentRecorded typedByLena() {
        var lena = LENA.participant();
        return new SegmentRecorded(
                discoveryCall, demo, segment(3), LENA.id(), lena.name(), lena.role(), "Bob", now, now, Source.TYPED);
    }

    private List<NoteCutOff> noted() {
        return gateway.commands.sent(NoteCutOff.class);
    }

    private long captions() {
        return lena.heard("caption").stream()
                .filter(caption -> caption.at("/payload/segmentId").asString().equals(QUESTION.toString()))
                .count();
    }

    private static List<String> states(FakeSession who) {
        return who.heard("interviewer").stream()
                .map(frame -> frame.at("/payload/state").asString())
                .toList();
    }
}
