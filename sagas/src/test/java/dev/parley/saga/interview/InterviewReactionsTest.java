package dev.parley.saga.interview;

import static dev.parley.api.Samples.*;
import static dev.parley.saga.interview.Conversation.interview;
import static dev.parley.saga.interview.Conversation.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Envelope;
import dev.parley.api.interview.InterviewEvent.FloorYielded;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewEvent.SpeechCutOff;
import dev.parley.api.interview.InterviewEvent.TurnTaken;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.MeetingCommand.BeginGoodbye;
import dev.parley.api.meeting.MeetingCommand.EndMeeting;
import dev.parley.api.meeting.MeetingCommand.GiveDisclosure;
import dev.parley.api.meeting.MeetingEvent.HandRaised;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptCommand.CorrectSegment;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.saga.DecidingSide;
import dev.parley.saga.Errands.Errand;
import dev.parley.saga.RecordedErrands;
import dev.parley.saga.TheLog;
import dev.parley.saga.interview.Turn.Cause;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InterviewReactionsTest {
    private static final Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    private final RecordedErrands errands = new RecordedErrands();
    private final DecidingSide decidingSide = new DecidingSide();
    private final TheLog log = new TheLog(() -> now);

    @Nested
    class Turns {
        private final WhenLeadSpeaksThenContinue reaction = continuing(settings);

        private WhenLeadSpeaksThenContinue continuing(InterviewSettings settings) {
            return new WhenLeadSpeaksThenContinue(log.history(), errands, settings, clock);
        }

        @ParameterizedTest
        @CsvSource({
            "It is l e n a,2500",
            "Our budget is um,3000",
            "das geht nicht weil,2000",
            "llámame al 0 1 7,1600",
            "We decide in March,700"
        })
        void wait_longer_after_words_that_promise_more(String words, long millis) {
            reaction.on(said(1, Role.LEAD, Source.SPEECH, words));

            assertThat(errands.sent()).extracting(Errand::due).containsExactly(now.plusMillis(millis));
        }

        @ParameterizedTest
        @CsvSource({"discovery,1500", "support,700"})
        void wait_as_long_as_meetings_of_this_type_are_given(String type, long millis) {
            log.says(aDiscoveryCall().soFar());
            var wished = new MapConfigurationPropertySource(
                    Map.of("parley.interview.pause-after-speech-for." + type + ".complete", "1500ms"));
            continuing(new Binder(wished).bindOrCreate("parley.interview", InterviewSettings.class))
                    .on(said(1, Role.LEAD, Source.SPEECH, "We decide in March"));

            assertThat(errands.sent()).extracting(Errand::due).containsExactly(now.plusMillis(millis));
        }

        @Test
        void wait_a_moment_after_speech_but_not_after_typing() {
            reaction.on(said(1, Role.LEAD, Source.SPEECH));
            reaction.on(said(2, Role.LEAD, Source.TYPED));
            assertThat(errands.sent()).extracting(Errand::due).containsExactly(now.plusMillis(700), now);
            assertThat(errands.sent())
                    .extracting(Errand::payload)
                    .containsExactly(
                            Turn.afterHearing(segment(1), discoveryCall), Turn.afterHearing(segment(2), discoveryCall));
            assertThat(errands.sent()).extracting(Errand::key).doesNotHaveDuplicates();
        }

        @Test
        void come_later_after_others_and_once_more_if_nobody_goes_on() {
            reaction.on(said(1, Role.HOST, Source.TYPED));
            assertThat(errands.sent())
                    .extracting(Errand::payload)
                    .containsExactly(
                            Turn.after(Cause.OTHERS_SPOKE, segment(1), discoveryCall),
                            Turn.after(Cause.NOBODY_WENT_ON, segment(1), discoveryCall));
            assertThat(errands.sent()).extracting(Errand::due).containsExactly(now.plusSeconds(2), now.plusSeconds(15));
        }

        @Test
        void are_not_asked_for_by_the_interviewer_itself() {
            reaction.on(said(2, Role.INTERVIEWER, Source.INTERVIEWER));
            assertThat(errands.sent()).isEmpty();
        }

        @Test
        void come_when_a_hand_goes_up_and_when_who_was_asked_to_speak_says_nothing() {
            var raised = new HandRaised(discoveryCall, gusInTheRoom.participantId());
            reaction.on(raised, GenericEventMessage.asEventMessage(raised));
            reaction.on(new FloorYielded(
                    interview, discoveryCall, 3, gusInTheRoom.participantId(), "Gus, please.", segment(9)));
            assertThat(errands.sent())
                    .extracting(Errand::payload)
                    .containsExactly(
                            Turn.because(Cause.HAND_RAISED, discoveryCall),
                            Turn.after(Cause.FLOOR_UNUSED, segment(9), discoveryCall));
            assertThat(errands.sent()).extracting(Errand::due).containsExactly(now, now.plusSeconds(20));
        }

        @Test
        void come_when_the_lead_agrees_and_when_a_pause_is_over() {
            reaction.on(aDiscoveryCall().leadConsented());
            var resumed = new InterviewResumed(interview, discoveryCall);
            reaction.on(resumed, GenericEventMessage.asEventMessage(resumed));
            assertThat(errands.sent())
                    .extracting(Errand::payload)
                    .containsExactly(
                            Turn.because(Cause.LEAD_AGREED, discoveryCall), Turn.because(Cause.RESUMED, discoveryCall));
        }

        @Test
        void come_a_minute_before_the_end_in_any_case() {
            log.says(aDiscoveryCall().soFar());
            new WhenInterviewerIsSeatedThenMindTheTime(log.history(), errands, settings)
                    .on(new InterviewerSeated(
                            interview, discoveryCall, demo, ParticipantId.interviewerOf(discoveryCall), qualification));
            assertThat(errands.sent())
                    .extracting(Errand::due)
                    .containsExactly(nextTuesday9amBerlin().end().minusSeconds(60));
        }
    }

    @Nested
    class Disclosure {
        @Test
        void is_given_as_soon_as_both_are_in_the_room_and_the_meeting_runs() {
            log.says(aDiscoveryCall().soFar()).says(aDiscoveryCall().leadJoined());
            disclose();
            log.says(aDiscoveryCall().started());
            disclose();
            assertThat(decidingSide.asked()).isEmpty();
            log.says(aDiscoveryCall().interviewerJoined());
            disclose();
            assertThat(decidingSide.asked(GiveDisclosure.class)).singleElement().satisfies(given -> {
                assertThat(given.by()).isEqualTo(parley);
                assertThat(given.text()).contains("I am an AI", "transcribed", "a person instead", "agree");
            });
        }

        @Test
        void is_given_once() {
            log.says(aDiscoveryCall()
                            .then(aDiscoveryCall().started(), aDiscoveryCall().leadJoined()))
                    .says(aDiscoveryCall().interviewerJoined(), aDiscoveryCall().disclosed());
            disclose();
            assertThat(decidingSide.asked()).isEmpty();
        }

        private void disclose() {
            new WhenLeadIsPresentThenDisclose(log.history(), decidingSide.commands(), clock)
                    .on(aDiscoveryCall().leadJoined());
        }
    }

    @Nested
    class What_the_interviewer_says {
        private final WhenInterviewerSpeaksThenRecord reaction =
                new WhenInterviewerSpeaksThenRecord(log.history(), decidingSide.commands(), clock);

        @Test
        void stands_in_the_transcript_under_its_own_id_and_time() {
            var then = now.minusSeconds(5);
            reaction.on(
                    new QuestionAsked(
                            interview,
                            discoveryCall,
                            2,
                            need.questionId(),
                            0,
                            "What should get better?",
                            MoveReason.NEXT_IN_ORDER,
                            segment(7)),
                    then,
                    demo.toString());
            reaction.on(
                    new TurnTaken(interview, discoveryCall, 3, "Goodbye", MoveReason.CLOSING, segment(8)),
                    then,
                    demo.toString());
            assertThat(decidingSide.asked(RecordSegment.class)).hasSize(2);
            assertThat(decidingSide.asked())
                    .contains(new RecordSegment(
                            discoveryCall,
                            parley,
                            now,
                            segment(7),
                            ParticipantId.interviewerOf(discoveryCall),
                            "What should get better?",
                            then,
                            then,
                            Source.INTERVIEWER));
        }

        @Test
        void stands_there_as_far_as_the_lead_has_heard_it() {
            var words = "Thank you. What should get better?";
            log.says(new TurnTaken(interview, discoveryCall, 3, words, MoveReason.GREETING, segment(8)));
            reaction.on(new SpeechCutOff(interview, discoveryCall, segment(8), 10), demo.toString());
            reaction.on(new SpeechCutOff(interview, discoveryCall, segment(8), 0), demo.toString());
            reaction.on(new SpeechCutOff(interview, discoveryCall, segment(7), 10), demo.toString());

            assertThat(decidingSide.asked())
                    .containsExactly(
                            new CorrectSegment(discoveryCall, parley, now, segment(8), "Thank you. …", "cut off"),
                            new CorrectSegment(discoveryCall, parley, now, segment(8), "…", "cut off"));
        }
    }

    @Test
    void what_the_bus_hands_over_is_what_the_reaction_needs() throws Exception {
        var said = new TurnTaken(interview, discoveryCall, 3, "Goodbye", MoveReason.CLOSING, segment(8));
        var message = new GenericEventMessage<>(said, Map.of(Envelope.TENANT_ID, demo.toString()));
        new AnnotationEventHandlerAdapter(
                        new WhenInterviewerSpeaksThenRecord(log.history(), decidingSide.commands(), clock))
                .handle(message);
        assertThat(decidingSide.asked(RecordSegment.class)).singleElement().satisfies(recorded -> {
            assertThat(recorded.by()).isEqualTo(parley);
            assertThat(recorded.startedAt()).isEqualTo(message.getTimestamp());
        });
    }

    @Nested
    class The_end {
        @Test
        void begins_with_the_goodbye() {
            log.says(aDiscoveryCall().soFar());
            new WhenInterviewCompletedThenSayGoodbye(log.history(), decidingSide.commands(), clock)
                    .on(new InterviewCompleted(interview, discoveryCall, MoveReason.ALL_COVERED));
            assertThat(decidingSide.asked()).containsExactly(new BeginGoodbye(discoveryCall, parley, now));
        }

        @Test
        void comes_once_the_lead_has_had_time_to_hear_the_goodbye() {
            log.says(aDiscoveryCall().soFar());
            new WhenInterviewCompletedThenEndMeeting(errands, settings, clock)
                    .on(new InterviewCompleted(interview, discoveryCall, MoveReason.ALL_COVERED));
            assertThat(errands.sent()).extracting(Errand::due).containsExactly(now.plusSeconds(6));
            new EndMeetingAfterGoodbye(log.history(), decidingSide.commands(), clock)
                    .carryOut((EndMeetingAfterGoodbye.Goodbye)
                            errands.sent().getFirst().payload());
            assertThat(decidingSide.asked())
                    .containsExactly(new EndMeeting(discoveryCall, parley, now, "interview complete"));
        }
    }

    private static SegmentRecorded said(int number, Role role, Source source) {
        return said(number, role, source, "Words");
    }

    private static SegmentRecorded said(int number, Role role, Source source, String text) {
        return new SegmentRecorded(
                discoveryCall,
                demo,
                segment(number),
                lenaInTheRoom.participantId(),
                "Lena Lead",
                role,
                text,
                now,
                now,
                source);
    }
}
