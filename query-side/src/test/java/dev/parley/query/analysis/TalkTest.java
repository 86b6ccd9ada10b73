package dev.parley.query.analysis;

import static dev.parley.api.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.analysis.AnalysisQuery.SpeakerMetrics;
import dev.parley.api.analysis.AnalysisQuery.TalkMetrics;
import dev.parley.api.meeting.Participant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Timelines small enough to reckon by hand, in seconds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TalkTest {
    private final List<Stretch> said = new ArrayList<>();

    @Test
    void a_minute_reckoned_by_hand() {
        says(aliceInTheRoom, 0, 10);
        says(lenaInTheRoom, 12, 20);
        says(lenaInTheRoom, 21, 32);
        says(aliceInTheRoom, 33, 40);
        says(lenaInTheRoom, 46, 60);

        var talk = metrics(3);
        assertThat(talk.length()).isEqualTo(Duration.ofMinutes(1));
        assertThat(talk.switchesPerMinute()).isEqualTo(3);
        assertThat(talk.questionsPerHour()).isEqualTo(180);
        assertThat(talk.patience()).isEqualTo(Duration.ofSeconds(1));
        assertThat(talk.responseLatency()).isEqualTo(Duration.ofSeconds(4));

        var lena = of(lenaInTheRoom, talk);
        assertThat(lena.spoken()).isEqualTo(Duration.ofSeconds(33));
        assertThat(lena.share()).isEqualTo(0.66);
        assertThat(lena.turns()).isEqualTo(2);
        assertThat(lena.longestMonologue()).isEqualTo(Duration.ofSeconds(20));
        assertThat(lena.interruptions()).isZero();
        assertThat(lena.estimated()).isFalse();
        assertThat(of(aliceInTheRoom, talk).spoken()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void whoever_speaks_over_somebody_counts_for_both_and_once_for_each() {
        says(aliceInTheRoom, 0, 10);
        says(lenaInTheRoom, 8, 14);
        says(lenaInTheRoom, 9, 12);

        var talk = metrics(0);
        assertThat(of(aliceInTheRoom, talk).spoken()).isEqualTo(Duration.ofSeconds(10));
        assertThat(of(lenaInTheRoom, talk).spoken()).isEqualTo(Duration.ofSeconds(6));
        assertThat(of(lenaInTheRoom, talk).interruptions()).isEqualTo(2);
        assertThat(of(aliceInTheRoom, talk).interruptions()).isZero();
        assertThat(talk.responseLatency()).isZero();
    }

    @Test
    void less_than_half_a_second_too_early_is_no_interruption() {
        says(aliceInTheRoom, 0, 10);
        says(lenaInTheRoom, 9.6, 14);

        assertThat(of(lenaInTheRoom, metrics(0)).interruptions()).isZero();
    }

    @Test
    void time_that_nobody_measured_is_reckoned_from_words_and_ends_where_others_begin() {
        words(parleyInTheRoom, 0, "What would you like to get better this year?");
        says(lenaInTheRoom, 3, 7);
        words(parleyInTheRoom, 8, "Thank you, Lena.");

        var talk = metrics(1);
        var parley = of(parleyInTheRoom, talk);
        assertThat(parley.spoken()).isEqualTo(Duration.ofMillis(3_000 + 1_200));
        assertThat(parley.estimated()).isTrue();
        assertThat(of(lenaInTheRoom, talk).interruptions()).isZero();
        assertThat(parley.wordsPerTurn()).isEqualTo(6);
    }

    @Test
    void silence_has_no_numbers() {
        assertThat(metrics(0)).isEqualTo(new TalkMetrics(Duration.ZERO, 0, 0, Duration.ZERO, Duration.ZERO, List.of()));
    }

    private TalkMetrics metrics(int questions) {
        return Talk.of(said).metrics(questions);
    }

    private void says(Participant who, double from, double to) {
        said.add(Stretch.of(
                who.participantId(),
                who.name(),
                who.role(),
                "some words",
                now.plusMillis((long) (from * 1_000)),
                now.plusMillis((long) (to * 1_000))));
    }

    private void words(Participant who, int at, String text) {
        said.add(Stretch.of(
                who.participantId(), who.name(), who.role(), text, now.plusSeconds(at), now.plusSeconds(at)));
    }

    private static SpeakerMetrics of(Participant who, TalkMetrics talk) {
        return talk.speakers().stream()
                .filter(speaker -> speaker.participantId().equals(who.participantId()))
                .findFirst()
                .orElseThrow();
    }
}
