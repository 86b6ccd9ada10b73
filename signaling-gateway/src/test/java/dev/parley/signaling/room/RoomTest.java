package dev.parley.signaling.room;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.parleyInTheRoom;
import static dev.parley.api.Samples.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Samples;
import dev.parley.api.interview.Answer;
import dev.parley.api.interview.InterviewEvent.AnswerRecorded;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.interview.InterviewEvent.InterviewPaused;
import dev.parley.api.interview.InterviewEvent.InterviewResumed;
import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewEvent.QuestionSkipped;
import dev.parley.api.interview.InterviewEvent.TurnTaken;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.Codecs;
import dev.parley.signaling.frame.Golden;
import dev.parley.signaling.frame.Inbound;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.frame.ServerFrame.Departure;
import dev.parley.signaling.frame.ServerFrame.InterviewerState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoomTest {
    private static final ParticipantId alice = aliceInTheRoom.participantId();
    private static final ParticipantId lena = lenaInTheRoom.participantId();
    private static final ParticipantId gus = gusInTheRoom.participantId();
    private static final ParticipantId parley = parleyInTheRoom.participantId();
    private static final InterviewId interview = InterviewId.of(discoveryCall);

    private final Room room = new Room(discoveryCall, 2);

    @Nested
    class Coming_and_going {
        @Test
        void a_newcomer_is_announced_to_the_others_only() {
            room.join(aliceInTheRoom);

            assertThat(told(room.join(lenaInTheRoom))).containsExactly(alice + " joined Lena Lead");
        }

        @Test
        void the_same_person_again_replaces_the_older_connection() {
            present(aliceInTheRoom, lenaInTheRoom);

            assertThat(told(room.join(lenaInTheRoom)))
                    .containsExactly(alice + " left " + lena + " REPLACED", alice + " joined Lena Lead");
            assertThat(room.participants()).hasSize(2);
        }

        @Test
        void nobody_leaves_twice() {
            present(aliceInTheRoom, lenaInTheRoom);

            assertThat(told(room.leave(lena, Departure.LEFT))).containsExactly(alice + " left " + lena + " LEFT");
            assertThat(room.leave(lena, Departure.CONNECTION_LOST)).isEmpty();
        }

        @Test
        void who_is_away_is_gone_for_the_others_but_still_hears_for_later() {
            present(aliceInTheRoom, lenaInTheRoom);

            assertThat(told(room.away(lena))).containsExactly(alice + " left " + lena + " CONNECTION_LOST");
            assertThat(room.participants())
                    .extracting(ServerFrame.Present::participantId)
                    .containsExactly(alice);
            assertThat(recipients(room.on(alice, 1, new ClientFrame.Chat("are you there?"))))
                    .containsExactly(lena);
        }

        @Test
        void who_comes_back_is_announced_and_connects_media_afresh() {
            connected(aliceInTheRoom, lenaInTheRoom);
            room.away(lena);

            assertThat(told(room.back(lena)))
                    .containsExactly(
                            alice + " joined Lena Lead",
                            alice + " negotiate " + lena + " polite false epoch 2",
                            lena + " negotiate " + alice + " polite true epoch 2");
        }

        @Test
        void who_leaves_while_away_has_left_already() {
            present(aliceInTheRoom, lenaInTheRoom);
            room.away(lena);

            assertThat(room.leave(lena, Departure.CONNECTION_LOST)).isEmpty();
        }

        @Test
        void who_was_never_here_is_not_heard() {
            room.join(aliceInTheRoom);

            assertThat(room.on(lena, 1, new ClientFrame.Chat("hello"))).isEmpty();
        }
    }

    @Nested
    class Media {
        @Test
        void whoever_can_connect_connects_with_each_other_the_later_joiner_politely() {
            present(aliceInTheRoom, lenaInTheRoom);
            room.on(lena, 1, new ClientFrame.Media(true, false));

            assertThat(told(room.on(alice, 1, new ClientFrame.Media(false, false))))
                    .containsExactly(
                            lena + " media false false from " + alice,
                            lena + " negotiate " + alice + " polite true epoch 1",
                            alice + " negotiate " + lena + " polite false epoch 1");
        }

        @Test
        void switching_the_microphone_connects_nothing_anew() {
            connected(aliceInTheRoom, lenaInTheRoom);

            assertThat(told(room.on(lena, 2, new ClientFrame.Media(false, false))))
                    .containsExactly(alice + " media false false from " + lena);
        }

        @Test
        void an_offer_goes_to_whom_it_is_for_with_the_true_sender_on_it() {
            connected(aliceInTheRoom, lenaInTheRoom);
            room.join(gusInTheRoom);

            var deliveries = room.on(lena, 2, new ClientFrame.Offer(alice, "sdp", 1));

            assertThat(recipients(deliveries)).containsExactly(alice);
            assertThat(deliveries.getFirst().letter().from()).contains(lena);
            assertThat(frames(deliveries)).containsExactly(new ServerFrame.Offer("sdp", 1));
        }

        @Test
        void in_a_glare_both_offers_arrive_and_the_roles_decide() {
            connected(aliceInTheRoom, lenaInTheRoom);

            assertThat(recipients(room.on(lena, 2, new ClientFrame.Offer(alice, "sdp", 1))))
                    .containsExactly(alice);
            assertThat(recipients(room.on(alice, 2, new ClientFrame.Offer(lena, "sdp", 1))))
                    .containsExactly(lena);
        }

        @Test
        void the_end_of_candidates_arrives_too() {
            connected(aliceInTheRoom, lenaInTheRoom);

            assertThat(frames(room.on(lena, 2, new ClientFrame.Candidate(alice, Optional.empty(), 1))))
                    .containsExactly(new ServerFrame.Candidate(Optional.empty(), 1));
        }

        @Test
        void nobody_is_reached_who_is_not_here_or_connects_no_media() {
            connected(aliceInTheRoom, lenaInTheRoom);
            room.join(gusInTheRoom);

            assertThat(told(room.on(lena, 5, new ClientFrame.Answer(gus, "sdp", 1))))
                    .containsExactly(lena + " error PEER_NOT_PRESENT re 5");
            assertThat(told(room.on(lena, 6, new ClientFrame.Answer(parley, "sdp", 1))))
                    .containsExactly(lena + " error PEER_NOT_PRESENT re 6");
            assertThat(told(room.on(lena, 7, new ClientFrame.Answer(lena, "sdp", 1))))
                    .containsExactly(lena + " error PEER_NOT_PRESENT re 7");
        }

        @Test
        void what_belongs_to_an_older_attempt_is_dropped_and_said_to_be() {
            connected(aliceInTheRoom, lenaInTheRoom);
            room.away(lena);
            room.back(lena);

            assertThat(told(room.on(alice, 9, new ClientFrame.Candidate(lena, Optional.empty(), 1))))
                    .containsExactly(alice + " error EPOCH_STALE re 9");
        }

        @Test
        void a_full_mesh_takes_nobody_more_but_they_stay_in_the_room() {
            connected(aliceInTheRoom, lenaInTheRoom);
            room.join(gusInTheRoom);

            assertThat(told(room.on(gus, 3, new ClientFrame.Media(true, true))))
                    .containsExactly(gus + " error MESH_FULL re 3");
            assertThat(recipients(room.on(gus, 4, new ClientFrame.Chat("I can still write"))))
                    .containsExactly(alice, lena);
        }

        @Test
        void a_place_in_the_mesh_becomes_free_again() {
            connected(aliceInTheRoom, lenaInTheRoom);
            room.join(gusInTheRoom);
            room.leave(lena, Departure.LEFT);

            assertThat(told(room.on(gus, 3, new ClientFrame.Media(true, true))))
                    .contains(gus + " negotiate " + alice + " polite true epoch 2");
        }
    }

    @Nested
    class Words {
        @Test
        void levels_go_to_the_others() {
            present(aliceInTheRoom, lenaInTheRoom, gusInTheRoom);

            var deliveries = room.on(lena, 1, new ClientFrame.Level(0.5, true));

            assertThat(recipients(deliveries)).containsExactly(alice, gus);
            assertThat(frames(deliveries)).containsOnly(new ServerFrame.Level(0.5, true));
        }

        @Test
        void unfinished_words_are_shown_to_the_others_under_their_speakers_name() {
            present(aliceInTheRoom, lenaInTheRoom);
            room.on(aDiscoveryCall().leadConsented());

            assertThat(frames(room.on(lena, 1, words(1, 3, false, "we want"))))
                    .containsExactly(new ServerFrame.Caption(
                            segment(1), lena, "Lena Lead", lenaInTheRoom.role(), "we want", false, 3));
        }

        @Test
        void nothing_is_shown_of_somebody_who_has_not_agreed() {
            present(aliceInTheRoom, lenaInTheRoom);

            assertThat(told(room.on(lena, 4, words(1, 1, false, "we want"))))
                    .containsExactly(lena + " error NO_CONSENT re 4");
        }

        @Test
        void final_words_wait_for_the_transcript() {
            present(aliceInTheRoom, lenaInTheRoom);
            room.on(aDiscoveryCall().leadConsented());

            assertThat(room.on(lena, 1, words(1, 4, true, "we want it"))).isEmpty();
            assertThat(frames(room.on(recorded(1, lenaInTheRoom, "we want it", Source.SPEECH))))
                    .containsExactly(new ServerFrame.Caption(
                            segment(1), lena, "Lena Lead", lenaInTheRoom.role(), "we want it", true, 4));
        }

        @Test
        void unfinished_words_that_come_late_do_not_replace_the_final_ones() {
            present(aliceInTheRoom, lenaInTheRoom);
            room.on(aDiscoveryCall().leadConsented());
            room.on(lena, 1, words(1, 4, true, "we want it"));

            assertThat(room.on(lena, 2, words(1, 3, false, "we want"))).isEmpty();
        }

        @Test
        void words_recorded_elsewhere_are_shown_too() {
            present(aliceInTheRoom);

            assertThat(frames(room.on(recorded(1, gusInTheRoom, "hello", Source.IMPORTED))))
                    .containsExactly(new ServerFrame.Caption(
                            segment(1), gus, "Gus Guest", gusInTheRoom.role(), "hello", true, 1));
        }

        @Test
        void a_line_of_chat_is_shown_once_though_it_is_recorded() {
            present(aliceInTheRoom, lenaInTheRoom);

            assertThat(frames(room.on(lena, 1, new ClientFrame.Chat("the link"))))
                    .containsExactly(new ServerFrame.Chat("the link"));
            room.isShownAlready(segment(1));
            assertThat(room.on(recorded(1, lenaInTheRoom, "the link", Source.TYPED)))
                    .isEmpty();
        }

        @Test
        void words_that_break_off_are_taken_as_they_are() {
            present(aliceInTheRoom, lenaInTheRoom);
            room.on(aDiscoveryCall().leadConsented());
            var words = words(1, 2, false, "we wan");
            room.on(lena, 1, words);

            assertThat(room.unfinished(lena)).contains(words);
            assertThat(room.breakOff(lena)).contains(words);
            assertThat(room.unfinished(lena)).isEmpty();
        }
    }

    @Nested
    class Facts {
        @Test
        void the_interviewer_takes_its_seat() {
            present(aliceInTheRoom);

            assertThat(told(room.on(seated())))
                    .containsExactly(
                            alice + " joined Parley", alice + " interviewer LISTENING", alice + " progress 0/0/0 of 4");
            assertThat(room.on(aDiscoveryCall().interviewerJoined())).isEmpty();
        }

        @Test
        void the_interviewer_says_what_it_is() {
            present(lenaInTheRoom);
            room.on(seated());

            assertThat(told(room.on(aDiscoveryCall().disclosed())))
                    .containsExactly(
                            lena + " interviewer SPEAKING",
                            lena + " speech DISCLOSURE I am an AI. I write down what we say. Is that all right?",
                            lena + " caption I am an AI. I write down what we say. Is that all right?");
        }

        @Test
        void consent_is_told_to_everybody_and_is_seen_by_later_comers() {
            present(aliceInTheRoom, lenaInTheRoom);

            var deliveries = room.on(aDiscoveryCall().leadConsented());

            assertThat(recipients(deliveries)).containsExactly(alice, lena);
            assertThat(deliveries)
                    .allSatisfy(delivery -> assertThat(delivery.letter().from()).contains(lena));
            assertThat(room.participants())
                    .filteredOn(ServerFrame.Present::consented)
                    .extracting(ServerFrame.Present::participantId)
                    .containsExactly(lena);
        }

        @Test
        void a_question_is_asked_heard_and_answered() {
            present(lenaInTheRoom);
            room.on(seated());

            assertThat(told(room.on(asked())))
                    .containsExactly(
                            lena + " interviewer SPEAKING",
                            lena + " speech QUESTION What should get better?",
                            lena + " caption What should get better?",
                            lena + " progress 1/0/0 of 4");
            assertThat(told(room.speechIsOver(segment(9)))).containsExactly(lena + " interviewer LISTENING");
            assertThat(told(room.on(recorded(1, lenaInTheRoom, "Everything", Source.SPEECH))))
                    .containsExactly(lena + " interviewer THINKING");
            assertThat(told(room.on(answered()))).containsExactly(lena + " progress 1/1/0 of 4");
        }

        @Test
        void words_of_others_are_no_reason_to_think() {
            present(lenaInTheRoom);
            room.on(seated());

            assertThat(told(room.on(recorded(1, gusInTheRoom, "Hello", Source.SPEECH))))
                    .containsExactly(lena + " caption Hello");
        }

        @Test
        void an_interruption_is_heard_and_its_end_is_not_announced() {
            present(lenaInTheRoom);
            room.on(seated());
            room.on(asked());
            room.on(recorded(1, lenaInTheRoom, "Wait", Source.SPEECH));

            assertThat(room.speechIsOver(segment(9))).isEmpty();
        }

        @Test
        void the_interviewers_own_words_in_the_transcript_are_not_said_again() {
            present(lenaInTheRoom);
            room.on(seated());
            room.on(asked());

            assertThat(room.on(recorded(9, parleyInTheRoom, "What should get better?", Source.INTERVIEWER)))
                    .isEmpty();
        }

        @Test
        void a_skipped_question_counts() {
            present(lenaInTheRoom);
            room.on(seated());

            assertThat(told(room.on(new QuestionSkipped(
                            interview, discoveryCall, Samples.timing.questionId(), MoveReason.TIME_IS_SHORT))))
                    .containsExactly(lena + " progress 0/0/1 of 4");
        }

        @Test
        void a_pause_is_shown_and_ends() {
            present(lenaInTheRoom);
            room.on(seated());

            assertThat(told(room.on(new InterviewPaused(interview, discoveryCall, "coffee"))))
                    .containsExactly(lena + " interviewer PAUSED");
            assertThat(room.on(recorded(1, lenaInTheRoom, "Mmh", Source.SPEECH)))
                    .isEmpty();
            assertThat(told(room.on(new InterviewResumed(interview, discoveryCall))))
                    .containsExactly(lena + " interviewer LISTENING");
        }

        @Test
        void after_its_goodbye_the_interviewer_rests() {
            present(lenaInTheRoom);
            room.on(seated());
            room.on(new TurnTaken(interview, discoveryCall, 3, "Goodbye", MoveReason.CLOSING, segment(9)));

            assertThat(room.on(new InterviewCompleted(interview, discoveryCall, MoveReason.ALL_COVERED)))
                    .isEmpty();
            assertThat(told(room.speechIsOver(segment(9)))).containsExactly(lena + " interviewer IDLE");
        }

        @Test
        void the_meeting_starts_and_ends_for_everybody() {
            present(aliceInTheRoom, lenaInTheRoom);

            assertThat(told(room.on(aDiscoveryCall().started())))
                    .containsExactly(alice + " status ACTIVE", lena + " status ACTIVE");
            assertThat(told(room.on(aDiscoveryCall().lobbyOpened()))).isEmpty();
            assertThat(told(room.on(aDiscoveryCall().ended())))
                    .containsExactly(alice + " ended interview complete", lena + " ended interview complete");
            assertThat(room.proceedings().status().isOver()).isTrue();
        }

        @Test
        void a_cancelled_meeting_ends_too() {
            present(lenaInTheRoom);

            assertThat(told(room.on(aDiscoveryCall().cancelled()))).containsExactly(lena + " ended Alice is ill");
        }
    }

    @Test
    void every_frame_that_a_client_can_say_has_an_answer_or_none_but_never_a_fault() {
        present(aliceInTheRoom, lenaInTheRoom);
        var codec = Codecs.codec();

        assertThat(Golden.fromClients()).allSatisfy(golden -> {
            var said = (Inbound.Said) codec.decode(golden.json().toString());
            assertThat(recipients(room.on(lena, said.id(), said.frame()))).isSubsetOf(alice, lena);
        });
    }

    private void present(Participant... people) {
        for (var who : people) room.join(who);
    }

    private void connected(Participant... people) {
        present(people);
        for (var who : people) room.on(who.participantId(), 1, new ClientFrame.Media(true, true));
    }

    private static InterviewerSeated seated() {
        return new InterviewerSeated(interview, discoveryCall, Samples.demo, parley, Samples.qualification);
    }

    private static QuestionAsked asked() {
        return new QuestionAsked(
                interview,
                discoveryCall,
                1,
                Samples.need.questionId(),
                0,
                Samples.need.text(),
                MoveReason.NEXT_IN_ORDER,
                segment(9));
    }

    private static AnswerRecorded answered() {
        return new AnswerRecorded(
                interview,
                discoveryCall,
                Samples.need.questionId(),
                new Answer("everything", 0.9, List.of(segment(1)), "Everything"));
    }

    private static ClientFrame.Segment words(int number, int revision, boolean isFinal, String text) {
        return new ClientFrame.Segment(
                segment(number), revision, isFinal, text, Optional.empty(), Optional.empty(), Source.SPEECH);
    }

    private static SegmentRecorded recorded(int number, Participant speaker, String text, Source source) {
        return new SegmentRecorded(
                discoveryCall,
                Samples.demo,
                segment(number),
                speaker.participantId(),
                speaker.name(),
                speaker.role(),
                text,
                Samples.now,
                Samples.now,
                source);
    }

    private static List<ParticipantId> recipients(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::to).toList();
    }

    private static List<ServerFrame> frames(List<Delivery> deliveries) {
        return deliveries.stream().map(delivery -> delivery.letter().frame()).toList();
    }

    private static List<String> told(List<Delivery> deliveries) {
        return deliveries.stream().map(RoomTest::told).toList();
    }

    private static String told(Delivery delivery) {
        var letter = delivery.letter();
        return delivery.to() + " "
                + switch (letter.frame()) {
                    case ServerFrame.Joined(var who) -> "joined " + who.name();
                    case ServerFrame.Left(var who, var why) -> "left " + who + " " + why;
                    case ServerFrame.Negotiate(var peer, var polite, var epoch) ->
                        "negotiate " + peer + " polite " + polite + " epoch " + epoch;
                    case ServerFrame.Media(var audio, var video) ->
                        "media " + audio + " " + video + " from "
                                + letter.from().orElseThrow();
                    case ServerFrame.Interviewer(InterviewerState state) -> "interviewer " + state;
                    case ServerFrame.Speech(var _, var kind, var text) -> "speech " + kind + " " + text;
                    case ServerFrame.Caption caption -> "caption " + caption.text();
                    case ServerFrame.Progress(var asked, var answered, var skipped, var total) ->
                        "progress " + asked + "/" + answered + "/" + skipped + " of " + total;
                    case ServerFrame.Status(var status) -> "status " + status;
                    case ServerFrame.Ended(var reason) -> "ended " + reason;
                    case ServerFrame.Error(var code, var _) -> "error " + code + " re " + letter.re();
                    default -> letter.toString();
                };
    }
}
