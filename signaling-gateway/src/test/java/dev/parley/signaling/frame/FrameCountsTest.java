package dev.parley.signaling.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.signaling.frame.FrameTraffic.Count;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrameCountsTest {
    private final FrameCounts frames = new FrameCounts();
    private final FrameCodec codec = Codecs.codec();

    @Test
    void each_type_has_its_own_count_under_its_name_on_the_wire() {
        say("admit-all", "{}");
        say("admit-all", "{}");
        say("chat", "{\"text\":\"hello\"}");

        assertThat(soFar("in", "admit-all")).isEqualTo(2);
        assertThat(soFar("in", "chat")).isEqualTo(1);
        assertThat(soFar("in", "level")).isZero();
    }

    @Test
    void what_goes_out_counts_once_for_each_who_gets_it() {
        frames.out(new ServerFrame.Chat("hello"), 9);
        frames.out(new ServerFrame.Resumed(7), 1);

        assertThat(soFar("out", "chat")).isEqualTo(9);
        assertThat(soFar("out", "resumed")).isEqualTo(1);
    }

    @Test
    void whatever_clients_make_up_there_are_no_more_counts() {
        var before = frames.counts().size();
        for (var i = 0; i < 1_000; i++) say("made-up-" + i, "{}");
        frames.in(codec.decode("{"));
        say("chat", "{}");

        assertThat(soFar("in", "unknown")).isEqualTo(1_000);
        assertThat(soFar("in", "refused")).isEqualTo(2);
        assertThat(frames.counts()).hasSize(before);
    }

    @Test
    void the_names_are_those_of_the_golden_frames() {
        var golden = Stream.concat(
                Golden.fromClients().stream().map(frame -> "in " + frame.type()),
                Golden.fromTheServer().stream().map(frame -> "out " + frame.type()));

        assertThat(frames.counts().stream().map(count -> count.direction() + " " + count.type()))
                .containsAll(golden.toList());
    }

    private void say(String type, String payload) {
        frames.in(codec.decode("{\"v\":1,\"type\":\"" + type + "\",\"id\":1,\"payload\":" + payload + "}"));
    }

    private long soFar(String direction, String type) {
        return frames.counts().stream()
                .filter(count ->
                        count.direction().equals(direction) && count.type().equals(type))
                .map(Count::soFar)
                .findFirst()
                .orElseThrow()
                .getAsLong();
    }
}
