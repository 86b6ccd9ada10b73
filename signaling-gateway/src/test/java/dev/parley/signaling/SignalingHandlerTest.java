package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.segment;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingCommand.GiveConsent;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalingHandlerTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();

    @Nested
    class Joining {
        @Test
        void is_welcomed_once_the_meeting_counts_one_as_present() {
            gateway.commands.hold();
            var lena = gateway.join(LENA);

            assertThat(lena.heard()).isEmpty();
            gateway.commands.release();

            var welcome = lena.heard("welcome").getFirst();
            assertThat(gateway.commands.sent(JoinMeeting.class))
                    .extracting(JoinMeeting::participant)
                    .containsExactly(lenaInTheRoom);
            assertThat(welcome.path("seq").asLong()).isEqualTo(1);
            assertThat(welcome.path("re").asLong()).isEqualTo(1);
            assertThat(welcome.path("payload").path("self").path("name").asString())
                    .isEqualTo("Lena Lead");
            assertThat(welcome.path("payload").path("meeting").path("status").asString())
                    .isEqualTo("lobby-open");
            assertThat(welcome.path("payload").path("participants").size()).isEqualTo(1);
            assertThat(welcome.path("payload").has("disclosure")).isFalse();
        }

        @Test
        void frames_that_are_sent_ahead_of_the_welcome_are_not_lost() {
            var alice = gateway.join(ALICE);
            gateway.commands.hold();
            var lena = gateway.join(LENA);
            lena.says("chat", "{\"text\":\"hello\"}");
            gateway.commands.release();

            assertThat(alice.heardTypes()).endsWith("joined", "chat");
        }

        @Test
        void a_ticket_admits_once() {
            var ticket = gateway.ticket(LENA);
            gateway.connect().says("join", "{\"ticket\":\"" + ticket + "\"}");
            var again = gateway.connect();
            again.says("join", "{\"ticket\":\"" + ticket + "\"}");

            assertThat(again.heardTypes()).containsExactly("error");
            assertThat(again.closedWith()).isEqualTo("4401 TICKET_INVALID");
        }

        @Test
        void a_ticket_expires() {
            var ticket = gateway.ticket(LENA);
            gateway.passes(Duration.ofSeconds(31));
            var lena = gateway.connect();
            lena.says("join", "{\"ticket\":\"" + ticket + "\"}");

            assertThat(lena.closedWith()).isEqualTo("4401 TICKET_INVALID");
        }

        @Test
        void what_the_meeting_refuses_is_passed_on() {
            gateway.commands.refuse(JoinMeeting.class, new Refused(MeetingRefusal.NOT_OPEN_YET));
            var lena = gateway.join(LENA);

            assertThat(lena.heard("error")
                            .getFirst()
                            .path("payload")
                            .path("code")
                            .asString())
                    .isEqualTo("NOT_OPEN_YET");
            assertThat(lena.closedWith()).isEqualTo("4403 NOT_OPEN_YET");
        }

        @Test
        void nobody_comes_in_when_it_is_over() {
            gateway.meetings.know(KnownMeetings.page(MeetingStatus.COMPLETED));

            assertThat(gateway.join(LENA).closedWith()).isEqualTo("4403 MEETING_OVER");
            assertThat(gateway.commands.sent()).isEmpty();
        }

        @Test
        void a_fault_of_ours_is_worth_another_try() {
            gateway.commands.refuse(JoinMeeting.class, new IllegalStateException("the database is away"));

            assertThat(gateway.join(LENA).closedWith()).isEqualTo("1013 NOT_STORED");
        }

        @Test
        void a_full_room_takes_nobody_more() {
            var small = new GatewayInVirtualTime("room.people=1");
            small.join(ALICE);

            assertThat(small.join(LENA).closedWith()).isEqualTo("4403 ROOM_FULL");
        }

        @Test
        void whoever_says_something_else_first_is_put_out() {
            var stranger = gateway.connect();
            stranger.says("chat", "{\"text\":\"let me in\"}");

            assertThat(stranger.closedWith()).isEqualTo("4400 JOIN_EXPECTED");
        }

        @Test
        void whoever_says_nothing_is_put_out() {
            var stranger = gateway.connect();
            gateway.passes(Duration.ofMillis(4_900));
            assertThat(stranger.closedWith()).isEmpty();
            gateway.passes(Duration.ofMillis(200));

            assertThat(stranger.closedWith()).isEqualTo("4400 JOIN_EXPECTED");
        }

        @Test
        void the_newer_connection_of_the_same_person_wins() {
            var alice = gateway.join(ALICE);
            var older = gateway.join(LENA);
            var newer = gateway.join(LENA);

            assertThat(older.closedWith()).isEqualTo("4409 REPLACED");
            assertThat(newer.heardTypes()).contains("welcome");
            assertThat(alice.heardTypes()).endsWith("joined", "left", "joined");
            assertThat(alice.heard("left")
                            .getFirst()
                            .path("payload")
                            .path("reason")
                            .asString())
                    .isEqualTo("replaced");
            gateway.passesFor(Duration.ofSeconds(100), alice, newer);
            assertThat(gateway.commands.sent(LeaveMeeting.class)).isEmpty();
        }

        @Test
        void whoever_falls_silent_before_being_welcomed_is_counted_out_again() {
            gateway.commands.hold();
            var lena = gateway.join(LENA);
            gateway.passes(Duration.ofSeconds(26));
            assertThat(lena.isOver()).isTrue();
            gateway.commands.release();
            gateway.passes(Duration.ofSeconds(61));

            assertThat(gateway.commands.names()).containsExactly("JoinMeeting", "LeaveMeeting");
        }

        @Test
        void whoever_is_gone_before_being_welcomed_is_counted_out_again() {
            gateway.commands.hold();
            var lena = gateway.join(LENA);
            lena.vanishes();
            gateway.commands.release();
            gateway.passes(Duration.ofSeconds(61));

            assertThat(gateway.commands.names()).containsExactly("JoinMeeting", "LeaveMeeting");
        }
    }

    @Nested
    class Talking {
        @Test
        void consent_is_given_by_the_person_itself() {
            var lena = gateway.join(LENA);
            lena.says("consent", "{\"given\":true,\"text\":\"I agree\"}");

            var given = gateway.commands.sent(GiveConsent.class).getFirst();
            assertThat(given.participantId()).isEqualTo(LENA.id());
            assertThat(given.by()).isEqualTo(LENA.by());
            assertThat(given.text()).isEqualTo("I agree");
        }

        @Test
        void final_words_are_recorded_and_said_to_be_only_afterwards() {
            var lena = gateway.join(LENA);
            gateway.commands.hold();
            lena.says("segment", words("we want it", true));

            assertThat(lena.heard("recorded")).isEmpty();
            gateway.commands.release();

            var recorded = lena.heard("recorded").getFirst();
            assertThat(recorded.path("re").asLong()).isEqualTo(2);
            assertThat(recorded.path("payload").path("segmentId").asString())
                    .isEqualTo(segment(1).toString());
            var command = gateway.commands.sent(RecordSegment.class).getFirst();
            assertThat(command.speaker()).isEqualTo(LENA.id());
            assertThat(command.text()).isEqualTo("we want it");
        }

        @Test
        void what_one_person_asks_to_be_stored_is_stored_in_order() {
            var lena = gateway.join(LENA);
            gateway.commands.hold();
            lena.says("consent", "{\"given\":true,\"text\":\"I agree\"}");
            lena.says("segment", words("we want it", true));

            assertThat(gateway.commands.names()).containsExactly("JoinMeeting", "GiveConsent");
            gateway.commands.release();
            assertThat(gateway.commands.names()).containsExactly("JoinMeeting", "GiveConsent", "RecordSegment");
        }

        @Test
        void other_frames_do_not_wait_for_what_is_being_stored() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            gateway.commands.hold();
            lena.says("segment", words("we want it", true));
            lena.says("level", "{\"level\":0.5,\"speaking\":true}");

            assertThat(alice.heardTypes()).endsWith("level");
        }

        @Test
        void a_refusal_names_the_frame_and_keeps_the_connection() {
            gateway.commands.refuse(RecordSegment.class, new Refused(MeetingRefusal.NO_CONSENT));
            var lena = gateway.join(LENA);
            lena.says("segment", words("we want it", true));

            var error = lena.heard("error").getFirst();
            assertThat(error.path("re").asLong()).isEqualTo(2);
            assertThat(error.path("payload").path("code").asString()).isEqualTo("NO_CONSENT");
            assertThat(lena.closedWith()).isEmpty();
        }

        @Test
        void nobody_speaks_for_somebody_else() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            lena.says("{\"v\":1,\"type\":\"chat\",\"id\":9,\"from\":\"" + ALICE.id()
                    + "\",\"payload\":{\"text\":\"I am Alice\"}}");

            assertThat(lena.heard("error")
                            .getFirst()
                            .path("payload")
                            .path("code")
                            .asString())
                    .isEqualTo("NOT_YOUR_WORDS");
            assertThat(alice.heard("chat")).isEmpty();
            assertThat(gateway.commands.names()).containsExactly("JoinMeeting", "JoinMeeting");
        }

        @Test
        void chat_reaches_the_others_and_the_transcript() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            lena.says("chat", "{\"text\":\"the link\"}");

            assertThat(alice.heard("chat").getFirst().path("from").asString())
                    .isEqualTo(LENA.id().toString());
            var recorded = gateway.commands.sent(RecordSegment.class).getFirst();
            assertThat(recorded.source()).isEqualTo(Source.TYPED);
            assertThat(lena.heard("recorded")
                            .getFirst()
                            .path("payload")
                            .path("segmentId")
                            .asString())
                    .isEqualTo(recorded.segmentId().toString());
        }

        @Test
        void chat_of_somebody_who_has_not_agreed_is_just_chat() {
            gateway.commands.refuse(RecordSegment.class, new Refused(MeetingRefusal.NO_CONSENT));
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            lena.says("chat", "{\"text\":\"the link\"}");

            assertThat(alice.heard("chat")).hasSize(1);
            assertThat(lena.heard("error")).isEmpty();
        }

        @Test
        void too_much_to_store_at_once_is_refused_and_the_rest_goes_on() {
            var lena = gateway.join(LENA);
            gateway.commands.hold();
            for (var i = 0; i < 65; i++) lena.says("segment", words("we want it", true));

            assertThat(lena.heard("error"))
                    .extracting(error -> error.path("payload").path("code").asString())
                    .containsExactly("TOO_MUCH_WAITING");
        }

        @Test
        void a_field_of_the_wrong_shape_costs_nothing_but_an_error() {
            var lena = gateway.join(LENA);
            lena.says("level", "{\"level\":7,\"speaking\":true}");

            var error = lena.heard("error").getFirst();
            assertThat(error.path("payload").path("code").asString()).isEqualTo("MALFORMED_NUMBER");
            assertThat(error.path("payload").path("message").asString()).endsWith("(level)");
            assertThat(lena.closedWith()).isEmpty();
        }
    }

    @Nested
    class Leaving {
        @Test
        void a_goodbye_counts_at_once() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            lena.says("leave", "{}");

            assertThat(lena.closedWith()).isEqualTo("1000 LEFT");
            assertThat(alice.heardTypes()).endsWith("left");
            assertThat(gateway.commands.sent(LeaveMeeting.class)).hasSize(1);
        }

        @Test
        void a_lost_connection_is_noticed_after_a_moment_and_counts_after_the_time_to_resume() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            lena.vanishes();

            assertThat(alice.heardTypes()).endsWith("joined");
            gateway.passesFor(Duration.ofSeconds(5), alice);
            assertThat(alice.heardTypes()).endsWith("left");
            assertThat(gateway.commands.sent(LeaveMeeting.class)).isEmpty();
            gateway.passesFor(Duration.ofSeconds(60), alice);
            assertThat(gateway.commands.sent(LeaveMeeting.class))
                    .extracting(LeaveMeeting::participantId)
                    .containsExactly(LENA.id());
            assertThat(alice.heard("left")).hasSize(1);
        }

        @Test
        void whoever_falls_silent_is_given_up_and_everybody_hears_it_at_once() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            gateway.passesFor(Duration.ofSeconds(20), alice);
            assertThat(alice.heard("left")).isEmpty();
            gateway.passesFor(Duration.ofMillis(5_100), alice);

            assertThat(lena.pings()).isBetween(2L, 3L);
            assertThat(alice.heardTypes()).endsWith("left");
            assertThat(lena.isOver()).isTrue();
        }

        @Test
        void words_that_break_off_with_the_connection_are_kept() {
            gateway.rooms.happened(aDiscoveryCall().leadConsented());
            var lena = gateway.join(LENA);
            lena.says("segment", words("we wan", false));
            lena.vanishes();
            gateway.passes(Duration.ofMillis(1_100));

            assertThat(gateway.commands.sent(RecordSegment.class))
                    .extracting(RecordSegment::text)
                    .containsExactly("we wan");
        }

        @Test
        void muting_in_the_middle_closes_the_turn() {
            gateway.rooms.happened(aDiscoveryCall().leadConsented());
            var lena = gateway.join(LENA);
            lena.says("segment", words("we wan", false));
            lena.says("media", "{\"audio\":false,\"video\":false}");
            gateway.passes(Duration.ofMillis(1_100));

            assertThat(gateway.commands.sent(RecordSegment.class))
                    .extracting(RecordSegment::text)
                    .containsExactly("we wan");
        }

        @Test
        void words_that_are_finished_in_time_are_not_finished_twice() {
            gateway.rooms.happened(aDiscoveryCall().leadConsented());
            var lena = gateway.join(LENA);
            lena.says("segment", words("we wan", false));
            lena.says("media", "{\"audio\":false,\"video\":false}");
            lena.says("segment", words("we want it", true));
            gateway.passes(Duration.ofSeconds(2));

            assertThat(gateway.commands.sent(RecordSegment.class))
                    .extracting(RecordSegment::text)
                    .containsExactly("we want it");
        }

        @Test
        void the_end_of_the_meeting_is_told_before_the_connection_closes() {
            var lena = gateway.join(LENA);
            gateway.rooms.happened(aDiscoveryCall().ended());

            assertThat(lena.heardTypes()).endsWith("ended");
            assertThat(lena.closedWith()).startsWith("4410");
            gateway.passes(Duration.ofMinutes(2));
            assertThat(gateway.commands.sent(LeaveMeeting.class)).isEmpty();
        }

        @Test
        void a_server_that_goes_away_says_so() {
            var lena = gateway.join(LENA);
            gateway.rooms.close();

            assertThat(lena.closedWith()).startsWith("1001");
        }
    }

    @Nested
    class Resuming {
        @Test
        void brings_what_was_missed_and_nobody_notices() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            lena.vanishes();
            alice.says("chat", "{\"text\":\"one\"}");
            alice.says("level", "{\"level\":0.5,\"speaking\":true}");
            gateway.passes(Duration.ofSeconds(3));
            var back = gateway.resume(LENA, lena);

            assertThat(back.heardTypes()).containsExactly("chat", "level", "resumed");
            assertThat(back.heard())
                    .extracting(frame -> frame.path("seq").asLong())
                    .containsExactly(3L, 4L, 5L);
            assertThat(back.heard("resumed")
                            .getFirst()
                            .path("payload")
                            .path("lastId")
                            .asLong())
                    .isEqualTo(1);
            gateway.passes(Duration.ofSeconds(10));
            assertThat(alice.heard("left")).isEmpty();
            assertThat(gateway.commands.sent(JoinMeeting.class)).hasSize(2);
        }

        @Test
        void repeats_what_was_sent_but_lost_on_the_way() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            alice.says("chat", "{\"text\":\"one\"}");
            alice.says("chat", "{\"text\":\"two\"}");
            lena.vanishes();
            var back = gateway.connect();
            back.says(
                    "join",
                    "{\"ticket\":\"%s\",\"resume\":{\"token\":\"%s\",\"lastSeq\":3}}"
                            .formatted(gateway.ticket(LENA), token(lena)));

            assertThat(back.heard())
                    .extracting(frame -> frame.path("type").asString() + " "
                            + frame.path("seq").asLong())
                    .containsExactly("chat 4", "resumed 5");
        }

        @Test
        void after_a_longer_absence_is_seen_as_coming_back() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            lena.vanishes();
            gateway.passesFor(Duration.ofSeconds(50), alice);
            var back = gateway.resume(LENA, lena);

            assertThat(back.heardTypes()).containsExactly("resumed");
            assertThat(alice.heardTypes()).endsWith("joined", "left", "joined");
            assertThat(gateway.commands.sent(LeaveMeeting.class)).isEmpty();
        }

        @Test
        void too_late_is_a_new_session() {
            var lena = gateway.join(LENA);
            lena.vanishes();
            gateway.passes(Duration.ofSeconds(61));

            assertThat(gateway.resume(LENA, lena).heardTypes()).startsWith("welcome");
            assertThat(gateway.commands.names()).containsExactly("JoinMeeting", "LeaveMeeting", "JoinMeeting");
        }

        @Test
        void needs_the_token_of_the_session_and_not_only_a_ticket() {
            var lena = gateway.join(LENA);
            lena.vanishes();
            var back = gateway.connect();
            back.says(
                    "join",
                    "{\"ticket\":\"%s\",\"resume\":{\"token\":\"guess\",\"lastSeq\":2}}"
                            .formatted(gateway.ticket(LENA)));

            assertThat(back.heardTypes()).startsWith("welcome");
        }

        @Test
        void coming_back_anew_is_not_counted_as_leaving() {
            var lena = gateway.join(LENA);
            lena.vanishes();
            var back = gateway.join(LENA);
            gateway.passesFor(Duration.ofSeconds(100), back);

            assertThat(gateway.commands.sent(LeaveMeeting.class)).isEmpty();
            assertThat(back.closedWith()).isEmpty();
        }

        @Test
        void somebody_elses_token_is_worth_nothing() {
            var lena = gateway.join(LENA);
            lena.vanishes();
            var gus = gateway.resume(GUS, lena);

            assertThat(gus.heardTypes()).startsWith("welcome");
            assertThat(gus.heard("welcome")
                            .getFirst()
                            .path("payload")
                            .path("self")
                            .path("name")
                            .asString())
                    .isEqualTo("Gus Guest");
        }

        @Test
        void takes_over_a_connection_that_only_seems_alive() {
            var lena = gateway.join(LENA);
            var back = gateway.resume(LENA, lena);

            assertThat(back.heardTypes()).containsExactly("resumed");
            assertThat(lena.closedWith()).startsWith("4409");
        }
    }

    @Nested
    class Limits {
        @Test
        void garbage_ends_the_connection_and_the_room_goes_on() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            lena.says("{\"v\":1,");

            assertThat(lena.heardTypes()).endsWith("error");
            assertThat(lena.closedWith()).isEqualTo("4400 FRAME_MALFORMED");
            assertThat(alice.heard("left")
                            .getFirst()
                            .path("payload")
                            .path("reason")
                            .asString())
                    .isEqualTo("rules-broken");
            assertThat(alice.closedWith()).isEmpty();
        }

        @Test
        void binary_messages_are_garbage() {
            var lena = gateway.join(LENA);
            lena.saysInBinary(new byte[] {1, 2, 3});

            assertThat(lena.closedWith()).isEqualTo("4400 FRAME_MALFORMED");
        }

        @Test
        void a_message_has_a_size() {
            var lena = gateway.join(LENA);
            lena.says("x".repeat(65_537));

            assertThat(lena.heard("error")
                            .getFirst()
                            .path("payload")
                            .path("code")
                            .asString())
                    .isEqualTo("FRAME_TOO_LARGE");
            assertThat(lena.closedWith()).isEqualTo("4413 FRAME_TOO_LARGE");
        }

        @Test
        void frames_have_a_pace() {
            var lena = gateway.join(LENA);
            for (var i = 0; i < 399; i++) lena.says("level", "{\"level\":0.5,\"speaking\":true}");
            assertThat(lena.closedWith()).isEmpty();
            lena.says("level", "{\"level\":0.5,\"speaking\":true}");

            assertThat(lena.closedWith()).isEqualTo("4429 TOO_MANY_FRAMES");
        }

        @Test
        void a_steady_pace_goes_on_forever() {
            var lena = gateway.join(LENA);
            for (var i = 0; i < 2_000; i++) {
                lena.says("level", "{\"level\":0.5,\"speaking\":true}");
                gateway.passes(Duration.ofMillis(5));
            }

            assertThat(lena.closedWith()).isEmpty();
        }

        @Test
        void whoever_reads_too_slowly_is_let_go_and_the_others_are_not_held_up() {
            var gus = gateway.join(GUS);
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            lena.stopsReading();
            for (var i = 0; i < 300; i++) alice.says("chat", "{\"text\":\"line\"}");

            assertThat(gus.heard("chat")).hasSize(300);
            assertThat(gus.heard("left")
                            .getFirst()
                            .path("payload")
                            .path("reason")
                            .asString())
                    .isEqualTo("too-slow");
            gateway.passes(Duration.ofSeconds(3));
            assertThat(lena.isOver()).isTrue();
        }

        @Test
        void a_slow_reader_loses_levels_before_anything_else() {
            var alice = gateway.join(ALICE);
            var lena = gateway.join(LENA);
            lena.stopsReading();
            for (var i = 0; i < 300; i++) alice.says("level", "{\"level\":0.5,\"speaking\":true}");
            lena.readsAgain();

            assertThat(lena.closedWith()).isEmpty();
            assertThat(lena.heard("level")).hasSizeLessThan(10);
        }
    }

    private static String token(FakeSession session) {
        return session.heard("welcome")
                .getFirst()
                .path("payload")
                .path("resumeToken")
                .asString();
    }

    private static String words(String text, boolean isFinal) {
        return "{\"segmentId\":\"%s\",\"revision\":%d,\"final\":%s,\"text\":\"%s\",\"source\":\"speech\"}"
                .formatted(segment(1), isFinal ? 9 : 1, isFinal, text);
    }
}
