package dev.parley.signaling.floor;

import static dev.parley.api.Samples.lenaInTheRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.floor.FloorInput.SentenceBegins;
import dev.parley.signaling.floor.FloorInput.Typing;
import dev.parley.signaling.floor.FloorInput.VoiceOn;
import dev.parley.signaling.floor.FloorInput.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordingTest {
    private static final Instant begin = Instant.parse("2026-12-01T14:00:00Z");
    private static final ParticipantId lena = lenaInTheRoom.participantId();

    private final Recording recording = new Recording(begin);

    @Test
    void is_the_same_whether_taken_at_once_or_in_parts() {
        var said = List.of(
                new SentenceBegins(begin, 1),
                new VoiceOn(begin.plusMillis(1_200), lena, false, true),
                new Words(begin.plusMillis(2_000), lena, "Well", false),
                new Typing(begin.plusMillis(2_200), lena),
                new Words(begin.plusMillis(2_500), lena, "", true));
        recording.add(said.get(0));
        recording.add(said.get(1));
        var first = recording.take();
        assertThat(recording.length()).isZero();
        recording.add(said.get(2));
        recording.add(said.get(3));
        recording.add(said.get(4));

        assertThat(Recording.read(first + recording.take())).isEqualTo(said);
    }

    @Test
    void goes_on_where_another_node_has_begun_anew() {
        var gus = new ParticipantId(new UUID(0, 7));
        recording.add(new VoiceOn(begin.plusSeconds(1), lena));
        var anew = new Recording(begin.plusSeconds(60));
        anew.add(new VoiceOn(begin.plusSeconds(61), gus));

        assertThat(Recording.read(recording.text() + anew.text()))
                .containsExactly(new VoiceOn(begin.plusSeconds(1), lena), new VoiceOn(begin.plusSeconds(61), gus));
    }

    @Test
    void knows_that_there_was_a_number_and_not_which() {
        recording.add(new Words(begin, lena, "It ends with 4711", true));

        assertThat(recording.text()).doesNotContain("4711");
        assertThat(Recording.read(recording.text())).containsExactly(new Words(begin, lena, "It ends with 0000", true));
    }

    @Test
    void reads_a_part_whose_last_words_are_none() {
        recording.add(new Words(begin, lena, "", false));

        assertThat(Recording.read(recording.text().strip())).containsExactly(new Words(begin, lena, "", false));
    }
}
