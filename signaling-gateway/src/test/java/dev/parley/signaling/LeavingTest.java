package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static dev.parley.signaling.SpokenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import dev.parley.api.transcript.TranscriptCommand.RecordSegment;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Goodbyes, lost connections and the end of a meeting; words that break off with them are kept. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeavingTest {
    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();

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
