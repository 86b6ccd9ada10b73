package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.segment;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static dev.parley.signaling.SpokenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.InterviewCommand.NoteSilence;
import dev.parley.api.interview.InterviewEvent.FloorYielded;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.interview.Silence;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lead who says nothing, and an interviewer that minds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SilenceTest {
    /** Said in four seconds. */
    private static final String TEXT = "Who else has to agree before you can decide on such a thing?";

    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();
    private final FakeSession alice = gateway.join(ALICE);
    private final FakeSession lena = lena();
    private int moves;

    @Test
    void is_noted_rung_by_rung_from_when_the_lead_fell_silent_whatever_is_said_into_it() {
        asks();
        passes(4 + 7);
        assertThat(rungs()).isEmpty();
        passes(2);
        asks();
        passes(11);
        assertThat(rungs()).containsExactly(Silence.NUDGE, Silence.REPHRASE);
        passes(100);

        assertThat(rungs()).containsExactly(Silence.values());
        assertThat(noted())
                .extracting(NoteSilence::after)
                .containsExactly(segment(1), segment(2), segment(2), segment(2));
    }

    @Test
    void begins_anew_with_the_first_word_also_a_typed_one() {
        asks();
        passes(13);
        lena.says("segment", words("Well", false).replace("speech", "typed"));
        asks();
        passes(11);
        assertThat(rungs()).containsExactly(Silence.NUDGE);
        passes(2);

        assertThat(rungs()).containsExactly(Silence.NUDGE, Silence.NUDGE);
    }

    @Test
    void is_none_while_the_lead_is_writing() {
        asks();
        passes(4);
        for (var time = 0; time < 5; time++) {
            lena.says("typing", "{}");
            passes(3);
        }
        assertThat(rungs()).isEmpty();
        passes(6);

        assertThat(rungs()).containsExactly(Silence.NUDGE);
    }

    @Test
    void is_none_while_somebody_makes_a_sound() {
        lena.says("media", "{\"audio\":true,\"video\":false}");
        asks();
        passes(4);
        lena.says("level", "{\"level\":0.4,\"speaking\":true}");
        passes(60);

        assertThat(rungs()).isEmpty();
    }

    @Test
    void is_not_the_leads_where_somebody_else_was_asked_or_the_lead_is_not_there() {
        moves++;
        gateway.rooms.happened(new FloorYielded(
                InterviewId.of(discoveryCall), discoveryCall, moves, ALICE.id(), "Please go ahead.", segment(moves)));
        passes(30);
        asks();
        passes(11);
        assertThat(rungs()).isEmpty();
        passes(2);
        assertThat(rungs()).containsExactly(Silence.NUDGE);
        lena.says("leave", "{}");
        for (var minute = 0; minute < 3; minute++) gateway.passesFor(Duration.ofMinutes(1), alice);

        assertThat(rungs()).containsExactly(Silence.NUDGE);
    }

    @ParameterizedTest
    @CsvSource({"discovery,0", "support,1"})
    void may_last_longer_in_meetings_of_a_type(String type, int nudges) {
        var patient = new GatewayInVirtualTime("room.floor-for." + type + ".silence.nudge=15s");
        var session = patient.join(LENA);
        patient.rooms.happened(aDiscoveryCall().leadConsented());
        patient.rooms.happened(question(1));
        for (var second = 0; second < 14; second++) patient.passesFor(Duration.ofSeconds(1), session);

        assertThat(patient.commands.sent(NoteSilence.class)).hasSize(nudges);
    }

    private FakeSession lena() {
        var session = gateway.join(LENA);
        gateway.rooms.happened(aDiscoveryCall().leadConsented());
        return session;
    }

    private void passes(int seconds) {
        for (var second = 0; second < seconds; second++) gateway.passesFor(Duration.ofSeconds(1), alice, lena);
    }

    private void asks() {
        gateway.rooms.happened(question(++moves));
    }

    private static QuestionAsked question(int move) {
        return new QuestionAsked(
                InterviewId.of(discoveryCall),
                discoveryCall,
                move,
                need.questionId(),
                0,
                TEXT,
                MoveReason.NEXT_IN_ORDER,
                segment(move));
    }

    private List<NoteSilence> noted() {
        return gateway.commands.sent(NoteSilence.class);
    }

    private List<Silence> rungs() {
        return noted().stream().map(NoteSilence::rung).toList();
    }
}
