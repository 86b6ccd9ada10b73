package dev.parley.signaling;

import static dev.parley.api.Samples.aDiscoveryCall;
import static dev.parley.api.Samples.discoveryCall;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.segment;
import static dev.parley.signaling.GatewayInVirtualTime.ALICE;
import static dev.parley.signaling.GatewayInVirtualTime.LENA;
import static dev.parley.signaling.SpokenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.floor.FloorCommand.KeepFloor;
import dev.parley.api.interview.InterviewEvent.QuestionAsked;
import dev.parley.api.interview.InterviewId;
import dev.parley.api.interview.MoveReason;
import dev.parley.signaling.floor.FloorInput;
import dev.parley.signaling.floor.FloorMachine;
import dev.parley.signaling.floor.FloorOutput;
import dev.parley.signaling.floor.FloorSettings;
import dev.parley.signaling.floor.Recording;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a floor was decided by is kept, so that other thresholds can be tried on it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptFloorTest {
    /** Said in four seconds. */
    private static final String TEXT = "Who else has to agree before you can decide on such a thing?";

    private final GatewayInVirtualTime gateway = new GatewayInVirtualTime();
    private final FakeSession alice = gateway.join(ALICE);
    private final FakeSession lena = gateway.join(LENA);

    @Test
    void every_minute_and_gives_the_same_decisions_again() {
        gateway.rooms.happened(aDiscoveryCall().leadConsented());
        asks();
        passes(5);
        speaks(lena, true);
        passes(2);
        lena.says("segment", words("Our head of finance has 3 votes", true));
        speaks(lena, false);
        passes(20);
        assertThat(kept()).isEmpty();
        passes(40);

        assertThat(kept()).extracting(KeepFloor::part).containsExactly(1);
        var inputs = Recording.read(kept().getFirst().lines());
        assertThat(inputs)
                .extracting(input -> input.getClass().getSimpleName())
                .containsExactly("SentenceBegins", "SpeechEnds", "VoiceOn", "Words", "VoiceOff");
        assertThat(decided(inputs)).contains("EndOfTurn").doesNotContain("StopSpeech");
    }

    @Test
    void with_who_was_speaking_when_it_began() {
        gateway.rooms.happened(aDiscoveryCall().leadConsented());
        speaks(alice, true);
        speaks(lena, true);
        asks();
        passes(64);

        assertThat(kept())
                .singleElement()
                .satisfies(part -> assertThat(Recording.read(part.lines()))
                        .filteredOn(FloorInput.VoiceOn.class::isInstance)
                        .extracting(input -> ((FloorInput.VoiceOn) input).who())
                        .containsExactly(LENA.id()));
    }

    @Test
    void to_the_end_when_the_server_goes_away() {
        asks();
        gateway.rooms.close();

        assertThat(kept()).singleElement().satisfies(part -> {
            assertThat(part.meetingId()).isEqualTo(discoveryCall);
            assertThat(part.by().tenant()).isEqualTo(LENA.tenant());
            assertThat(part.lines()).endsWith("b 1");
        });
    }

    @Test
    void in_parts_that_go_on_from_each_other() {
        asks();
        passes(61);
        asks();
        passes(61);

        assertThat(kept()).extracting(KeepFloor::part).containsExactly(1, 2);
        var together = kept().stream().map(KeepFloor::lines).collect(Collectors.joining("\n"));
        assertThat(Recording.read(together))
                .filteredOn(FloorInput.SentenceBegins.class::isInstance)
                .hasSize(2);
    }

    @Test
    void only_of_those_who_agreed_and_only_where_an_interviewer_speaks() {
        speaks(alice, true);
        passes(61);
        assertThat(kept()).isEmpty();
        asks();
        speaks(alice, false);
        speaks(alice, true);
        passes(61);

        assertThat(kept())
                .singleElement()
                .satisfies(part -> assertThat(Recording.read(part.lines()))
                        .noneMatch(
                                input -> input instanceof FloorInput.VoiceOn || input instanceof FloorInput.VoiceOff));
    }

    @Test
    void not_at_all_where_nobody_wants_it() {
        var silent = new GatewayInVirtualTime("room.keeps-floor-every=0s");
        silent.join(LENA);
        silent.rooms.happened(asked());
        silent.passes(Duration.ofMinutes(2));
        silent.rooms.close();

        assertThat(silent.commands.sent(KeepFloor.class)).isEmpty();
    }

    private void speaks(FakeSession who, boolean speaking) {
        who.says("media", "{\"audio\":true,\"video\":false}");
        who.says("level", "{\"level\":%s,\"speaking\":%s}".formatted(speaking ? "0.4" : "0.0", speaking));
    }

    private void asks() {
        gateway.rooms.happened(asked());
    }

    private static QuestionAsked asked() {
        return new QuestionAsked(
                InterviewId.of(discoveryCall),
                discoveryCall,
                1,
                need.questionId(),
                0,
                TEXT,
                MoveReason.NEXT_IN_ORDER,
                segment(1));
    }

    private void passes(int seconds) {
        for (var second = 0; second < seconds; second++) gateway.passesFor(Duration.ofSeconds(1), alice, lena);
    }

    private List<KeepFloor> kept() {
        return gateway.commands.sent(KeepFloor.class);
    }

    private static List<String> decided(List<FloorInput> inputs) {
        var floor = new FloorMachine(FloorSettings.DEFAULTS);
        var afterwards = new FloorInput.Tick(inputs.getLast().at().plusSeconds(30));
        return Stream.concat(inputs.stream(), Stream.of(afterwards))
                .flatMap(input -> floor.on(input).stream())
                .map(FloorOutput::getClass)
                .map(Class::getSimpleName)
                .toList();
    }
}
