package dev.parley.query.transcripts;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.lead.LeadId;
import dev.parley.api.transcript.TranscriptEvent.SegmentCorrected;
import dev.parley.api.transcript.TranscriptEvent.SegmentRedacted;
import dev.parley.api.transcript.TranscriptId;
import dev.parley.api.transcript.TranscriptQuery.TranscriptHit;
import dev.parley.query.Views;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchTest {
    @RegisterExtension
    static final Views views = new Views();

    private Conversation talk;

    @BeforeEach
    void people_talked() {
        talk = new Conversation(views)
                .scheduled()
                .started()
                .says(Conversation.parley, "Is there a budget for the new scheduling system this year?")
                .says(lenaInTheRoom, "Yes, we have budgeted about forty thousand euros for it.")
                .says(lenaInTheRoom, "Our clinics lose money because patients do not show up.")
                .says(gusInTheRoom, "The board decides about larger budgets in March.")
                .says(lenaInTheRoom, "Größere Ausgaben bespreche ich mit Jürgen.");
    }

    @Test
    void finds_words_in_other_forms() {
        assertThat(found("losing money")).containsExactly(3L);
        assertThat(found("decide")).containsExactly(4L);
    }

    @Test
    void finds_names_and_other_languages_as_they_were_spoken() {
        assertThat(found("jürgen")).containsExactly(5L);
        assertThat(found("GRÖSSERE")).isEmpty();
        assertThat(found("größere")).containsExactly(5L);
    }

    @Test
    void understands_phrases_and_what_must_not_be_there() {
        assertThat(found("\"larger budgets\"")).containsExactly(4L);
        assertThat(found("\"budgets larger\"")).isEmpty();
        assertThat(found("budget -larger")).containsExactlyInAnyOrder(1L, 2L);
        assertThat(found("march or clinics")).containsExactlyInAnyOrder(3L, 4L);
    }

    @Test
    void puts_lines_with_all_words_before_lines_with_some() {
        var hits = find(wanted("who decides about the budget in March"));

        assertThat(hits).extracting(TranscriptHit::number).startsWith(4L).contains(1L, 2L);
        assertThat(hits).extracting(TranscriptHit::rank).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(hits.getFirst().rank()).isGreaterThan(1);
        assertThat(hits.getLast().rank()).isLessThan(1);
    }

    @Test
    void shows_the_hits_within_their_words() {
        var hit = find(wanted("budget year")).getFirst();

        assertThat(hit.snippet()).contains("\uE000budget\uE001").contains("\uE000year\uE001");
        assertThat(hit.meetingTitle()).isEqualTo("Discovery call");
        assertThat(hit.leadId()).isEqualTo(lenasLead);
        assertThat(hit.segmentId()).isEqualTo(segment(1));
        assertThat(hit.speakerName()).isEqualTo("Parley");
    }

    @Test
    void lets_nobody_forge_a_hit() {
        talk.says(lenaInTheRoom, "A \uE000forged\uE001 zebra.");

        assertThat(find(wanted("zebra")).getFirst().snippet()).isEqualTo("A forged \uE000zebra\uE001.");
    }

    @Test
    void finds_a_correction_and_no_longer_what_was_misheard() {
        talk.told.that(
                TranscriptId.of(discoveryCall),
                new SegmentCorrected(discoveryCall, segment(3), "Our practices lose money.", "misheard"));

        assertThat(found("clinics")).isEmpty();
        assertThat(found("practices")).containsExactly(3L);
    }

    @Test
    void does_not_find_words_that_were_taken_out() {
        talk.told.that(
                TranscriptId.of(discoveryCall), new SegmentRedacted(discoveryCall, segment(3), "not for the record"));

        assertThat(found("clinics")).isEmpty();
    }

    @Nested
    class Narrowed {
        @Test
        void to_a_lead() {
            assertThat(found(new Wanted("budget", Optional.of(lenasLead), none(), none(), none(), 10)))
                    .hasSize(3);
            assertThat(found(new Wanted("budget", Optional.of(new LeadId(uuid("other"))), none(), none(), none(), 10)))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"Lena Lead", "lena", "LEAD", "Lena Leed", "Lina Lead"})
        void to_a_name_even_if_it_is_a_little_wrong(String name) {
            assertThat(found(spokenBy(name))).containsExactly(2L);
        }

        @Test
        void to_a_participant() {
            assertThat(found(spokenBy(gusInTheRoom.participantId().toString()))).containsExactly(4L);
            assertThat(found(spokenBy("Zacharias"))).isEmpty();
        }

        @Test
        void to_a_time() {
            assertThat(found(during(now.plusSeconds(6), now.plusSeconds(60)))).containsExactlyInAnyOrder(2L, 4L);
            assertThat(found(during(now, now.plusSeconds(10)))).containsExactly(1L);
        }

        @Test
        void to_so_many() {
            assertThat(found(new Wanted("budget", Optional.empty(), none(), none(), none(), 2)))
                    .hasSize(2);
        }

        private Wanted spokenBy(String name) {
            return new Wanted("budget", Optional.empty(), Optional.of(name), none(), none(), 10);
        }

        private Wanted during(Instant from, Instant to) {
            return new Wanted("budget", Optional.empty(), none(), Optional.of(from), Optional.of(to), 10);
        }

        private <T> Optional<T> none() {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "\\",
                "&",
                "|",
                "!",
                ":*",
                "<->",
                "a:b",
                "((",
                "'; drop table transcript_line; --",
                "-",
                "--",
                "or",
                "or or",
                "\"unclosed",
                "%",
                "_",
                "$1",
                "?",
                "the",
                "\u0000",
                "budget\u0000",
                "\uD800",
                "\uE000",
                "-budget",
                "-\"a b\"",
                "http://example.com/?a=1&b=2",
                "e'\\x41'",
                "🙂",
                "\u202E",
                "a & b | !c <2> d",
                "''::tsquery"
            })
    void never_breaks_on_what_people_write(String words) {
        assertThatCode(() -> {
                    try {
                        find(wanted(words));
                    } catch (Refused nothingToLookFor) {
                        assertThat(nothingToLookFor.field()).contains("q");
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void never_breaks_on_noise() {
        var noise = new Random(42);
        var signs = "ab \"'\\&|!:*<->()%$?-\u0000\n\tor and \uD83D\uDE00\u00e9";
        for (var i = 0; i < 300; i++) {
            var words = new StringBuilder("x");
            for (var n = noise.nextInt(60); n > 0; n--) words.append(signs.charAt(noise.nextInt(signs.length())));
            assertThatCode(() -> find(wanted(words.toString()))).as("%s", words).doesNotThrowAnyException();
        }
    }

    @Test
    void takes_the_longest_question_that_is_allowed() {
        assertThat(found("ä".repeat(500))).isEmpty();
    }

    @Test
    void keeps_other_tenants_out() {
        assertThat(find(elsewhere, wanted("budget"))).isEmpty();
    }

    @Test
    void needs_a_tenant_even_where_it_looks_past_row_level_security() {
        var found = DatabaseClient.create(views.connections())
                .sql("""
                        select count(*) as hits
                        from lines_with('budget'::tsquery, null, null, null, null, null, null, 10)
                        """)
                .map(row -> row.get("hits", Long.class))
                .one()
                .block();

        assertThat(found).isZero();
    }

    private static Wanted wanted(String words) {
        return new Wanted(words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 10);
    }

    private static List<Long> found(String words) {
        return found(wanted(words));
    }

    private static List<Long> found(Wanted wanted) {
        return find(wanted).stream().map(TranscriptHit::number).toList();
    }

    private static List<TranscriptHit> find(Wanted wanted) {
        return find(demo, wanted);
    }

    private static List<TranscriptHit> find(TenantId tenant, Wanted wanted) {
        return new TranscriptSearch(views.reads())
                .find(tenant, wanted)
                .collectList()
                .block();
    }
}
