package dev.parley.signaling.room;

import static dev.parley.api.Samples.aliceInTheRoom;
import static dev.parley.api.Samples.gusInTheRoom;
import static dev.parley.api.Samples.lenaInTheRoom;
import static dev.parley.api.Samples.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.Participant;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxTest {
    private final Outbox outbox = new Outbox(new OutboxLimits(3, 10_000, 3, 10_000), this);

    @Test
    void letters_go_out_in_order_and_are_numbered() {
        outbox.add(chat("one"));
        outbox.add(chat("two"));

        assertThat(sent()).containsExactly("1 one", "2 two");
    }

    @Test
    void of_somebodys_levels_only_the_newest_waits() {
        outbox.add(level(lenaInTheRoom, 0.1));
        outbox.add(level(gusInTheRoom, 0.2));
        outbox.add(level(lenaInTheRoom, 0.3));

        assertThat(sent()).containsExactly("1 level 0.2", "2 level 0.3");
    }

    @Test
    void unfinished_words_make_room_for_what_must_not_be_lost() {
        outbox.add(caption(false));
        outbox.add(level(lenaInTheRoom, 0.1));
        outbox.add(chat("one"));

        assertThat(outbox.add(chat("two"))).isTrue();
        assertThat(sent()).containsExactly("1 one", "2 two");
    }

    @Test
    void final_words_are_never_dropped_so_too_many_are_too_much() {
        for (var i = 0; i < 3; i++) assertThat(outbox.add(caption(true))).isTrue();

        assertThat(outbox.add(caption(true))).isFalse();
        assertThat(sent()).isEmpty();
        assertThat(outbox.add(chat("even now"))).isFalse();
        assertThat(outbox.reachesBackTo(0)).isFalse();
    }

    @Test
    void few_large_letters_are_too_much_as_well() {
        assertThat(outbox.add(chat("x".repeat(9_000)))).isTrue();
        assertThat(outbox.add(chat("x".repeat(9_000)))).isFalse();
    }

    @Test
    void what_was_lost_on_the_way_goes_out_again_under_its_old_number() {
        outbox.add(chat("one"));
        outbox.add(level(lenaInTheRoom, 0.1));
        outbox.add(chat("two"));
        sent();
        outbox.add(chat("three"));

        assertThat(outbox.reachesBackTo(1)).isTrue();
        outbox.rewindTo(1);

        assertThat(sent()).containsExactly("3 two", "4 three");
    }

    @Test
    void it_does_not_reach_back_forever_nor_forward() {
        for (var i = 1; i <= 5; i++) {
            outbox.add(chat("" + i));
            sent();
        }

        assertThat(outbox.reachesBackTo(1)).isFalse();
        assertThat(outbox.reachesBackTo(2)).isTrue();
        assertThat(outbox.reachesBackTo(6)).isFalse();
    }

    @Test
    void an_older_reader_gets_nothing_any_more() {
        outbox.add(chat("one"));
        outbox.handTo("a newer one");

        assertThat(sent()).isEmpty();
        assertThat(outbox.next("a newer one")).isPresent();
    }

    private List<String> sent() {
        var all = new ArrayList<String>();
        for (Optional<Numbered> next = outbox.next(this); next.isPresent(); next = outbox.next(this))
            all.add(next.get().seq() + " " + words(next.get().letter().frame()));
        return all;
    }

    private static String words(ServerFrame frame) {
        return switch (frame) {
            case ServerFrame.Chat(var text) -> text;
            case ServerFrame.Level(var level, var _) -> "level " + level;
            default -> frame.toString();
        };
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
