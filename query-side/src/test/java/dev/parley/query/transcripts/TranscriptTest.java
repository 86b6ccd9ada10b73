package dev.parley.query.transcripts;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.api.transcript.GapCause;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.api.transcript.TranscriptEvent.TranscriptGapRecorded;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.api.transcript.TranscriptQuery.TranscriptLine;
import dev.parley.query.Hints.Hint;
import dev.parley.query.Views;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TranscriptTest {
    @RegisterExtension
    static final Views views = new Views();

    private static final TranscriptId transcript = TranscriptId.of(discoveryCall);
    private Conversation talk;

    @BeforeEach
    void begin() {
        talk = new Conversation(views).scheduled().started();
    }

    @Test
    void lists_what_was_said_and_when_it_was_said() {
        talk.says(Conversation.parley, "What should get better?").says(lenaInTheRoom, "Fewer no-shows.");

        assertThat(lines())
                .extracting(
                        TranscriptLine::number,
                        TranscriptLine::speakerName,
                        TranscriptLine::text,
                        TranscriptLine::offset)
                .containsExactly(
                        tuple(1L, "Parley", "What should get better?", Duration.ofSeconds(5)),
                        tuple(2L, "Lena Lead", "Fewer no-shows.", Duration.ofSeconds(10)));
        assertThat(talk.told.hints().getLast())
                .isEqualTo(new Hint(demo, "transcript", discoveryCall.toString(), talk.told.lastPosition()));
    }

    @Test
    void shows_a_correction_in_place() {
        talk.says(lenaInTheRoom, "Fewer snow shows.").says(lenaInTheRoom, "Yes.");
        talk.told.that(transcript, new SegmentCorrected(discoveryCall, segment(1), "Fewer no-shows.", "misheard"));

        assertThat(lines())
                .extracting(TranscriptLine::text, TranscriptLine::corrected)
                .containsExactly(tuple("Fewer no-shows.", true), tuple("Yes.", false));
    }

    @Test
    void shows_no_words_that_were_taken_out() {
        talk.says(lenaInTheRoom, "My account is 7.").says(lenaInTheRoom, "Yes.");
        talk.told.that(transcript, new SegmentRedacted(discoveryCall, segment(1), "not for the record"));

        assertThat(lines())
                .extracting(TranscriptLine::text, TranscriptLine::redacted)
                .containsExactly(tuple("", true), tuple("Yes.", false));
    }

    @Test
    void counts_from_the_first_words_where_nobody_has_started_the_meeting() {
        views.asSuperuser()
                .sql("update transcript_meeting set started_at = null")
                .update();
        talk.says(lenaInTheRoom, "Hello?").says(lenaInTheRoom, "Anybody?");

        assertThat(lines()).extracting(TranscriptLine::offset).containsExactly(Duration.ZERO, Duration.ofSeconds(5));
    }

    @Test
    void counts_what_was_said_before_the_start_as_said_at_the_start() {
        talk.saysAt(now.minusSeconds(30), Duration.ofSeconds(1), lenaInTheRoom, "Hello?");

        assertThat(lines()).extracting(TranscriptLine::offset).containsExactly(Duration.ZERO);
    }

    @Test
    void reads_a_long_meeting_to_the_end_in_both_orders() {
        for (var i = 0; i < 450; i++)
            talk.saysAt(now.plusSeconds(i % 7), Duration.ofSeconds(1), lenaInTheRoom, "Word " + i);

        assertThat(lines())
                .extracting(TranscriptLine::number)
                .isEqualTo(LongStream.rangeClosed(1, 450).boxed().toList());
        var spoken = reader().inTime(demo, discoveryCall, now).collectList().block();
        assertThat(spoken).hasSize(450).extracting(TranscriptLine::offset).isSorted();
        assertThat(spoken).extracting(TranscriptLine::number).doesNotHaveDuplicates();
    }

    @Test
    void shows_where_words_may_be_missing() {
        talk.says(lenaInTheRoom, "Fewer no-shows.");
        talk.told.that(transcript, gap());

        assertThat(lines())
                .extracting(
                        TranscriptLine::number, TranscriptLine::speakerName, TranscriptLine::text, TranscriptLine::gap)
                .containsExactly(
                        tuple(1L, "Lena Lead", "Fewer no-shows.", Optional.empty()),
                        tuple(2L, "Lena Lead", "", Optional.of(GapCause.RECOGNISER)));
    }

    private static TranscriptGapRecorded gap() {
        return new TranscriptGapRecorded(
                discoveryCall,
                demo,
                segment(99),
                lenaInTheRoom.participantId(),
                lenaInTheRoom.name(),
                lenaInTheRoom.role(),
                now.plusSeconds(20),
                now.plusSeconds(23),
                GapCause.RECOGNISER);
    }

    @Test
    void says_the_same_however_often_it_is_told() {
        talk.says(lenaInTheRoom, "Fewer snow shows.").says(Conversation.parley, "I see.");
        talk.told.that(transcript, gap());
        talk.told
                .that(transcript, new SegmentCorrected(discoveryCall, segment(1), "Fewer now shows.", "misheard"))
                .that(transcript, new SegmentCorrected(discoveryCall, segment(1), "Fewer no-shows.", "misheard again"));
        var once = lines();

        talk.told.again();
        assertThat(lines()).isEqualTo(once);

        talk.told.rebuilt();
        assertThat(lines()).isEqualTo(once);
    }

    @Test
    void keeps_other_tenants_out() {
        talk.says(lenaInTheRoom, "Fewer no-shows.");

        assertThat(reader().beginning(elsewhere, discoveryCall).blockOptional()).isEmpty();
        assertThat(reader().inOrder(elsewhere, discoveryCall, now).collectList().block())
                .isEmpty();
    }

    private static List<TranscriptLine> lines() {
        return reader().beginning(demo, discoveryCall)
                .flatMapMany(beginning -> reader().inOrder(demo, discoveryCall, beginning))
                .collectList()
                .block();
    }

    private static TranscriptReader reader() {
        return new TranscriptReader(views.reads());
    }
}
