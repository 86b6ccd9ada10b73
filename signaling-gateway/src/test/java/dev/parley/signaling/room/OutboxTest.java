package dev.parley.signaling.room;

import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.WireFormat;
import dev.parley.api.meeting.Participant;
import dev.parley.signaling.frame.Codecs;
import dev.parley.signaling.frame.FrameCodec;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.Numbered;
import dev.parley.signaling.frame.ServerFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxTest {
    private final Outbox outbox = new Outbox(new OutboxLimits(3, 10_000, 3, 10_000), this);
    private final FrameCodec codec = Codecs.codec();
    private long seq;

    @Test
    void letters_go_out_in_order_with_their_numbers() {
        add(chat("one"));
        add(chat("two"));

        assertThat(sent()).containsExactly("1 one", "2 two");
    }

    @Test
    void what_nobody_can_ask_for_again_is_not_kept() {
        add(chat("welcome"));
        outbox.forget(1);
        add(chat("one"));
        sent();

        assertThat(outbox.reachesBackTo(0)).isFalse();
        assertThat(outbox.reachesBackTo(1)).isTrue();
        outbox.rewindTo(1);
        assertThat(sent()).containsExactly("2 one");
        outbox.rewindTo(0);
        assertThat(sent()).containsExactly("2 one");
    }

    @Test
    void of_somebodys_levels_only_the_newest_waits() {
        add(level(lenaInTheRoom, 0.1));
        add(level(gusInTheRoom, 0.2));
        add(level(lenaInTheRoom, 0.3));

        assertThat(sent()).containsExactly("2 level 0.2", "3 level 0.3");
    }

    @Test
    void unfinished_words_make_room_for_what_must_not_be_lost() {
        add(caption(false));
        add(level(lenaInTheRoom, 0.1));
        add(chat("one"));

        assertThat(add(chat("two"))).isTrue();
        assertThat(sent()).containsExactly("3 one", "4 two");
    }

    @Test
    void final_words_are_never_dropped_so_too_many_are_too_much() {
        for (var i = 0; i < 3; i++) assertThat(add(caption(true))).isTrue();

        assertThat(add(caption(true))).isFalse();
        assertThat(sent()).isEmpty();
        assertThat(add(chat("even now"))).isFalse();
        assertThat(outbox.reachesBackTo(0)).isFalse();
    }

    @Test
    void few_large_letters_are_too_much_as_well() {
        assertThat(add(chat("x".repeat(9_000)))).isTrue();
        assertThat(add(chat("x".repeat(9_000)))).isFalse();
    }

    @Test
    void what_was_lost_on_the_way_goes_out_again_under_its_old_number() {
        add(chat("one"));
        add(level(lenaInTheRoom, 0.1));
        add(chat("two"));
        sent();
        add(chat("three"));

        assertThat(outbox.reachesBackTo(1)).isTrue();
        outbox.rewindTo(1);

        assertThat(sent()).containsExactly("3 two", "4 three");
    }

    @Test
    void what_passes_does_not_wait_for_a_return() {
        add(chat("one"));
        sent();
        add(level(lenaInTheRoom, 0.1));
        add(caption(false));
        add(caption(true));
        outbox.rewindTo(1);

        assertThat(sent()).containsExactly("4 words");
        add(level(lenaInTheRoom, 0.2));
        assertThat(sent()).containsExactly("5 level 0.2");
    }

    @Test
    void it_does_not_reach_back_forever_nor_forward() {
        for (var i = 1; i <= 5; i++) {
            add(chat("" + i));
            sent();
        }
        add(chat("not yet sent"));

        assertThat(outbox.reachesBackTo(1)).isFalse();
        assertThat(outbox.reachesBackTo(2)).isTrue();
        assertThat(outbox.reachesBackTo(6)).isFalse();
    }

    @Test
    void an_older_reader_gets_nothing_any_more() {
        add(chat("one"));
        outbox.handTo("a newer one");

        assertThat(sent()).isEmpty();
        assertThat(outbox.next("a newer one")).isPresent();
    }

    private List<String> sent() {
        var all = new ArrayList<String>();
        for (Optional<Numbered> next = outbox.next(this); next.isPresent(); next = outbox.next(this))
            all.add(next.get().seq() + " "
                    + words(WireFormat.mapper().readTree(next.get().json())));
        return all;
    }

    private static String words(JsonNode frame) {
        var payload = frame.path("payload");
        return payload.has("level")
                ? "level " + payload.path("level").asDouble()
                : payload.path("text").asString();
    }

    /** As a room would number it. */
    private boolean add(Letter letter) {
        return outbox.add(codec.number(++seq, Instant.EPOCH, letter));
    }

    private static Letter chat(String text) {
        return Letter.from(aliceInTheRoom.participantId(), new ServerFrame.Chat(text));
    }

    private static Letter level(Participant who, double level) {
        return Letter.from(who.participantId(), new ServerFrame.Level(level, true));
    }

    private static Letter caption(boolean isFinal) {
        var who = lenaInTheRoom;
        return Letter.of(
                new ServerFrame.Caption(segment(1), who.participantId(), who.name(), who.role(), "words", isFinal, 1));
    }
}
