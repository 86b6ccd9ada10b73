package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.segment;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.GUS;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static dev.parley.signaling.SpokenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.InterviewEvent.FloorYielded;
import dev.parley.api.interview.InterviewEvent.MomentAsked;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.meeting.MeetingEvent.HandRaised;
import dev.parley.signaling.room.Attendee;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A host, the lead and a guest, and an interviewer that talks over none of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FloorTest {
    private static final InterviewId interview = InterviewId.of(discoveryCall);

    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();
    private final FakeSession alice = audible(ALICE);
    private final FakeSession lena = audible(LENA);
    private final FakeSession gus = audible(GUS);
    private int moves;

    @Test
    void what_it_says_waits_until_both_who_are_speaking_have_finished() {
        speaks(alice);
        speaks(gus);
        asks();
        gateway.passes(Duration.ofSeconds(1));
        isQuiet(alice);
        assertThat(lena.heard("speech")).isEmpty();
        isQuiet(gus);

        assertThat(lena.heard("speech")).hasSize(1);
        assertThat(lena.heard("caption")).hasSize(1);
    }

    @Test
    void what_it_says_comes_in_order_also_after_a_pause() {
        speaks(lena);
        asks();
        gateway.rooms.happened(yielded(GUS));
        isQuiet(lena);

        assertThat(alice.heardTypes()).containsSubsequence("speech", "progress", "speech", "floor");
    }

    @Test
    void whoever_speaks_is_not_asked_for_a_moment() {
        speaks(lena);
        gateway.rooms.happened(new MomentAsked(interview, discoveryCall, "One moment", segment(8)));
        isQuiet(lena);

        assertThat(lena.heard("speech")).isEmpty();
    }

    @Test
    void it_does_not_wait_for_ever() {
        speaks(lena);
        asks();
        gateway.passes(Duration.ofMillis(3_900));
        assertThat(lena.heard("speech")).isEmpty();
        gateway.passes(Duration.ofMillis(200));

        assertThat(lena.heard("speech")).hasSize(1);
    }

    @Test
    void nobody_is_waited_for_who_has_gone_or_is_muted() {
        speaks(lena);
        speaks(gus);
        asks();
        lena.says("leave", "{}");
        gus.says("media", "{\"audio\":false,\"video\":false}");

        assertThat(alice.heard("speech")).hasSize(1);
    }

    @Test
    void it_yields_to_a_host_who_speaks_but_not_to_a_cough() {
        asks();
        speaks(alice);
        gateway.passes(Duration.ofMillis(300));
        isQuiet(alice);
        assertThat(lena.heard("hush")).isEmpty();
        speaks(alice);
        gateway.passes(Duration.ofMillis(600));
        speaks(alice);

        assertThat(lena.heard("hush"))
                .extracting(frame -> frame.at("/payload/segmentId").asString())
                .containsExactly(segment(moves).toString());
        assertThat(states(lena)).endsWith("speaking", "listening");
    }

    @Test
    void it_yields_to_two_who_speak_with_each_other_but_not_to_one_guest() {
        asks();
        speaks(gus);
        gateway.passes(Duration.ofMillis(600));
        speaks(gus);
        assertThat(alice.heard("hush")).isEmpty();
        speaks(lena);
        gateway.passes(Duration.ofMillis(600));
        speaks(lena);

        assertThat(alice.heard("hush")).hasSize(1);
    }

    @Test
    void it_yields_to_two_words_but_not_to_a_nod() {
        gateway.rooms.happened(aDiscoveryCall().leadConsented());
        asks();
        lena.says("segment", words("mhm, okay", false));
        assertThat(alice.heard("hush")).isEmpty();
        lena.says("segment", words("mhm, okay but wait", false));
        lena.says("segment", words("mhm, okay but wait a moment", false));

        assertThat(alice.heard("hush"))
                .extracting(frame -> frame.at("/payload/segmentId").asString())
                .containsExactly(segment(moves).toString());
        assertThat(states(alice)).endsWith("speaking", "listening");
    }

    @Test
    void words_after_it_has_finished_stop_nothing() {
        gateway.rooms.happened(aDiscoveryCall().leadConsented());
        asks();
        gateway.passesFor(Duration.ofSeconds(10), alice, lena, gus);
        lena.says("segment", words("We are forty people", false));

        assertThat(alice.heard("hush")).isEmpty();
    }

    @Test
    void it_does_not_yield_to_words_that_nobody_may_write_down() {
        asks();
        lena.says("segment", words("Stop it please", false));

        assertThat(alice.heard("hush")).isEmpty();
    }

    @Test
    void everybody_hears_who_has_the_floor_and_who_is_next_hosts_before_others() {
        for (var who : List.of(GUS, LENA, ALICE)) gateway.rooms.happened(new HandRaised(discoveryCall, who.id()));
        gateway.rooms.happened(yielded(GUS));
        var late = gateway.join(LENA);
        asks();

        assertThat(floors(gus))
                .containsExactly(
                        GUS.id() + ": " + ALICE.id() + " " + LENA.id(),
                        ": " + ALICE.id() + " " + GUS.id() + " " + LENA.id());
        assertThat(floors(late).getFirst()).startsWith(GUS.id() + ": " + ALICE.id());
    }

    @Test
    void whoever_leaves_has_the_floor_no_more() {
        gateway.rooms.happened(yielded(GUS));
        gus.says("leave", "{}");

        assertThat(floors(alice)).containsExactly(GUS.id() + ": ", ": ");
    }

    private FakeSession audible(Attendee who) {
        var session = gateway.join(who);
        session.says("media", "{\"audio\":true,\"video\":false}");
        return session;
    }

    private static void speaks(FakeSession who) {
        who.says("level", "{\"level\":0.4,\"speaking\":true}");
    }

    private static void isQuiet(FakeSession who) {
        who.says("level", "{\"level\":0,\"speaking\":false}");
    }

    private void asks() {
        moves++;
        gateway.rooms.happened(new QuestionAsked(
                interview,
                discoveryCall,
                moves,
                need.questionId(),
                0,
                need.text(),
                MoveReason.NEXT_IN_ORDER,
                segment(moves)));
    }

    private FloorYielded yielded(Attendee to) {
        moves++;
        return new FloorYielded(interview, discoveryCall, moves, to.id(), "Please go ahead.", segment(moves));
    }

    private static List<String> states(FakeSession who) {
        return who.heard("interviewer").stream()
                .map(frame -> frame.at("/payload/state").asString())
                .toList();
    }

    /** Who has it, and in which order others wait for it. */
    private static List<String> floors(FakeSession who) {
        return who.heard("floor").stream()
                .map(frame -> frame.at("/payload/participantId").asString("") + ": "
                        + String.join(
                                " ",
                                frame.at("/payload/queue").values().stream()
                                        .map(id -> id.asString())
                                        .toList()))
                .toList();
    }
}
