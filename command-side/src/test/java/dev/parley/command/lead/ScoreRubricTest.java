package dev.parley.command.lead;

import static dev.parley.api.Samples.authority;
import static dev.parley.api.Samples.budget;
import static dev.parley.api.Samples.need;
import static dev.parley.api.Samples.question;
import static dev.parley.api.Samples.segment;
import static dev.parley.api.Samples.timing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.interview.Answer;
import dev.parley.api.lead.HeardAnswer;
import dev.parley.api.lead.LeadStatus;
import dev.parley.api.lead.Participation;
import dev.parley.api.lead.Score;
import dev.parley.api.lead.Score.Axis;
import dev.parley.api.lead.Score.Band;
import dev.parley.api.lead.Score.Point;
import dev.parley.api.questionset.Mapping;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionType;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreRubricTest {
    private static final int VERSION = 3;
    private static final Question urgency =
            question("How urgent, 1 to 10?", QuestionType.SCALE, false, 0, Signal.TIMING);
    private static final Question seats = question("How many seats?", QuestionType.NUMBER, false, 0, Signal.FIT);
    private static final Participation lively =
            new Participation(8, 220, 1, List.of(segment(1), segment(4)), "And what does it cost?");
    private static final Participation silent = new Participation(0, 0, 0, List.of(), "");

    /** By hand: fit 30 + 25 + 10 − 6 + 10 = 69; engagement 4×8 + 220/10 + 10×1 = 64. */
    @Test
    void equals_what_was_computed_by_hand() {
        var score = ScoreRubric.score(
                VERSION,
                List.of(
                        heard(need, "Reports take a week", 0.9, 1),
                        heard(budget, "yes", 0.95, 2),
                        heard(authority, "Maybe my boss", 0.8, 3),
                        heard(timing, "never", 0.9, 4),
                        heard(seats, "12", 0.9, 5)),
                lively);

        assertThat(score)
                .isEqualTo(new Score(
                        69,
                        64,
                        Band.WARM,
                        "bant-1",
                        List.of(
                                fit("need-strong", 30, need, 1, "Reports take a week"),
                                fit("budget-strong", 25, budget, 2, "yes"),
                                fit("authority-some", 10, authority, 3, "Maybe my boss"),
                                fit("timing-against", -6, timing, 4, "never"),
                                fit("fit-strong", 10, seats, 5, "12"),
                                engagement("turns", 32),
                                engagement("words", 22),
                                engagement("questions-asked", 10))));
    }

    /** 50 of 50 for the need, 20 × 50 % for the seats, 25 for the budget as ever. */
    @Test
    void a_question_may_say_itself_what_it_is_worth() {
        var score = ScoreRubric.score(
                VERSION,
                List.of(
                        heard(weighing(need, 50), "Reports take a week", 0.9, 1),
                        heard(weighing(seats, 20), "12", 0.4, 2),
                        heard(budget, "yes", 0.95, 3)),
                silent);
        assertThat(score.fit()).isEqualTo(85);
        assertThat(score.rubric()).isEqualTo("bant-1-weighted");
        assertThat(score.points())
                .extracting(Point::rule)
                .containsExactly("budget-strong", "own-weight-strong", "own-weight-strong-unsure");
    }

    private static Question weighing(Question question, int points) {
        return question.mappedTo(new Mapping(Optional.of(points), Optional.empty()));
    }

    @Test
    void lets_the_best_answer_to_a_signal_count() {
        var other = question("Could you find money?", QuestionType.YES_NO, false, 0, Signal.BUDGET);
        var score =
                ScoreRubric.score(VERSION, List.of(heard(budget, "no", 0.9, 1), heard(other, "yes", 0.9, 2)), silent);
        assertThat(score.points()).containsExactly(fit("budget-strong", 25, other, 2, "yes"));
    }

    @Test
    void halves_what_it_is_not_sure_of() {
        assertThat(points(budget, "yes", 0.49)).containsExactly(fit("budget-strong-unsure", 12, budget, 1, "yes"));
        assertThat(points(budget, "yes", 0.5)).containsExactly(fit("budget-strong", 25, budget, 1, "yes"));
    }

    @Test
    void gives_no_point_without_evidence() {
        var unheard = new HeardAnswer(need, new Answer("Speed", 1, List.of(), "Speed"));
        var unproven = new Participation(9, 999, 9, List.of(), "");
        assertThat(ScoreRubric.score(VERSION, List.of(unheard), unproven))
                .isEqualTo(new Score(0, 0, Band.COLD, "bant-1", List.of()));
    }

    @Test
    void gives_no_point_for_small_talk() {
        var weather = question("How is the weather?", QuestionType.OPEN, false, 0, Signal.NONE);
        assertThat(points(weather, "Sunny", 0.9)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10,STRONG", "7,STRONG", "6.9,SOME", "4,SOME", "3.9,NONE", "1,NONE", "high,NONE"})
    void reads_a_scale_from_one_to_ten(String value, Strength strength) {
        assertThat(Strength.of(urgency, answer(value, 1, 1))).isEqualTo(strength);
    }

    @ParameterizedTest
    @CsvSource({"1,STRONG", "0,AGAINST", "-5,AGAINST", "many,NONE"})
    void reads_a_number(String value, Strength strength) {
        assertThat(Strength.of(seats, answer(value, 1, 1))).isEqualTo(strength);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We do not have enough visibility | STRONG",
                "Nothing really                   | AGAINST",
                "No budget this year              | AGAINST",
                "Kein Budget                      | AGAINST",
                "Notably faster reports           | STRONG",
                "I'm not sure, finance decides    | SOME",
                "Vielleicht im Herbst             | SOME"
            })
    void reads_words(String value, Strength strength) {
        assertThat(Strength.of(need, answer(value, 1, 1))).isEqualTo(strength);
    }

    @Nested
    class Banding {
        @Test
        void is_hot_when_both_axes_are_high() {
            assertThat(band(70, 40)).isEqualTo(Band.HOT);
        }

        @Test
        void is_warm_when_only_the_fit_is_there() {
            assertThat(band(70, 39)).isEqualTo(Band.WARM);
            assertThat(band(69, 100)).isEqualTo(Band.WARM);
            assertThat(band(40, 0)).isEqualTo(Band.WARM);
        }

        @Test
        void is_cold_below() {
            assertThat(band(39, 100)).isEqualTo(Band.COLD);
        }

        @Test
        void suggests_a_status() {
            assertThat(ScoreRubric.statusFor(Band.HOT)).isEqualTo(LeadStatus.QUALIFIED);
            assertThat(ScoreRubric.statusFor(Band.WARM)).isEqualTo(LeadStatus.ENGAGED);
            assertThat(ScoreRubric.statusFor(Band.COLD)).isEqualTo(LeadStatus.NURTURE);
        }

        private Band band(int fit, int engagement) {
            return ScoreRubric.band(fit, engagement);
        }
    }

    @Test
    void caps_each_kind_of_engagement() {
        var chatterbox = new Participation(500, 90_000, 70, List.of(segment(1)), "Blah");
        assertThat(ScoreRubric.score(VERSION, List.of(), chatterbox).points())
                .extracting(Point::points)
                .containsExactly(40, 40, 20);
    }

    @Test
    void stays_between_0_and_100_with_a_receipt_for_each_point_and_can_be_computed_again() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 1_000; round++) {
            var answers = anything(random);
            var part = new Participation(
                    random.nextInt(60), random.nextInt(2_000), random.nextInt(5), List.of(segment(9)), "q");
            var score = ScoreRubric.score(VERSION, answers, part);
            assertThat(score).as("seed %d", seed).isEqualTo(ScoreRubric.score(VERSION, List.copyOf(answers), part));
            assertThat(score.fit()).as("seed %d", seed).isBetween(0, 100);
            assertThat(score.engagement()).as("seed %d", seed).isBetween(0, 100);
            assertThat(score.points())
                    .as("seed %d", seed)
                    .allSatisfy(point -> assertThat(point.segments()).isNotEmpty());
        }
    }

    private static List<HeardAnswer> anything(Random random) {
        var questions = List.of(need, budget, authority, timing, urgency, seats);
        var values = List.of("yes", "no", "7", "0", "never", "maybe", "a lot of it");
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> heard(
                        questions.get(random.nextInt(questions.size())),
                        values.get(random.nextInt(values.size())),
                        random.nextDouble(),
                        i))
                .toList();
    }

    private static List<Point> points(Question question, String value, double confidence) {
        return ScoreRubric.score(VERSION, List.of(heard(question, value, confidence, 1)), silent)
                .points();
    }

    private static HeardAnswer heard(Question question, String value, double confidence, int segment) {
        return new HeardAnswer(question, answer(value, confidence, segment));
    }

    private static Answer answer(String value, double confidence, int segment) {
        return new Answer(value, confidence, List.of(segment(segment)), value);
    }

    private static Point fit(String rule, int points, Question question, int segment, String quote) {
        return new Point(
                rule, Axis.FIT, points, Optional.of(question.questionId()), VERSION, List.of(segment(segment)), quote);
    }

    private static Point engagement(String rule, int points) {
        return new Point(rule, Axis.ENGAGEMENT, points, Optional.empty(), VERSION, lively.evidence(), lively.quote());
    }
}
