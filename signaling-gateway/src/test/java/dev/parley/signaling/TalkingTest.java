package dev.parley.signaling;

import static dev.parley.api.Samples.demo;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.now;
import static dev.parley.api.Samples.segment;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static dev.parley.signaling.SpokenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingCommand.GiveConsent;
import dev.parley.api.meeting.MeetingRefusal;
import dev.parley.api.transcript.GapCause;
import dev.parley.api.transcript.Source;
import dev.parley.api.transcript.TranscriptCommand.RecordGap;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import dev.parley.api.transcript.TranscriptEvent.SegmentRecorded;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is said in a room: shown, stored, or refused. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TalkingTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();

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
    void a_gap_is_kept_like_words_and_said_to_be() {
        var lena = gateway.join(LENA);
        lena.says("gap", gap("14:03:20", "14:03:22.500"));
        lena.says("gap", gap("14:03:22", "14:03:20"));

        var kept = gateway.commands.sent(RecordGap.class);
        assertThat(kept).singleElement().satisfies(gap -> {
            assertThat(gap.speaker()).isEqualTo(LENA.id());
            assertThat(gap.gapId()).isEqualTo(segment(3));
            assertThat(gap.cause()).isEqualTo(GapCause.CONNECTION);
            assertThat(Duration.between(gap.startedAt(), gap.endedAt())).isEqualTo(Duration.ofMillis(2_500));
        });
        assertThat(lena.heard("recorded").getFirst().at("/payload/segmentId").asString())
                .isEqualTo(segment(3).toString());
        assertThat(lena.heard("error").getFirst().at("/payload/code").asString())
                .isEqualTo("MALFORMED_TIME");
    }

    private static String gap(String from, String to) {
        return "{\"gapId\":\"%s\",\"startedAt\":\"2026-12-01T%sZ\",\"endedAt\":\"2026-12-01T%sZ\",\"cause\":\"connection\"}"
                .formatted(segment(3), from, to);
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
        lena.says("media", "{\"audio\":true,\"video\":false}");
        gateway.commands.hold();
        lena.says("segment", words("we want it", true));
        lena.says("level", "{\"level\":0.5,\"speaking\":true}");

        assertThat(alice.heardTypes()).endsWith("level", "active-speaker");
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

        assertThat(lena.heard("error").getFirst().path("payload").path("code").asString())
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
    void chat_that_is_stored_is_not_shown_a_second_time_as_words() {
        var alice = gateway.join(ALICE);
        var lena = gateway.join(LENA);
        lena.says("chat", "{\"text\":\"here is the link\"}");
        var stored = gateway.commands.sent(RecordSegment.class).getFirst();
        gateway.rooms.happened(new SegmentRecorded(
                discoveryCall,
                demo,
                stored.segmentId(),
                LENA.id(),
                LENA.participant().name(),
                LENA.participant().role(),
                stored.text(),
                now,
                now,
                stored.source()));

        assertThat(alice.heard("chat")).hasSize(1);
        assertThat(alice.heard("caption")).isEmpty();
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
