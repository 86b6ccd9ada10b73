package dev.parley.command.lead;

import dev.parley.api.WireFormat;
import dev.parley.api.lead.HeardAnswer;
import dev.parley.api.lead.LeadStatus;
import dev.parley.api.lead.Participation;
import dev.parley.api.lead.Score;
import dev.parley.api.lead.Score.Axis;
import dev.parley.api.lead.Score.Band;
import dev.parley.api.lead.Score.Point;
import dev.parley.api.questionset.Mapping;
import dev.parley.api.questionset.Question.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rubric {@code bant-1}: what a conversation is worth, with a receipt for each point. Pure, so that a score can be
 * computed again from what is stored and be the same. A rule is never changed, a rubric only followed by another.
 *
 * <p>Fit: for each signal the best answer counts, weight × {@link Strength}, half of that below 50 % confidence. A question with
 * a weight of its own counts by itself, and the rubric is called {@code bant-1-weighted}.
 * Engagement: 4 per turn up to 40, 1 per 10 words up to 40, 10 per question asked by the lead up to 20.
 */
final class ScoreRubric {
    static final String NAME = "bant-1";

    /** The same, but for questions that say themselves what a strong answer to them is worth. */
    static final String WEIGHTED = "bant-1-weighted";

    private static final double SURE = 0.5;

    private ScoreRubric() {}

    static Score score(int questionSetVersion, List<HeardAnswer> answers, Participation participation) {
        var points = new ArrayList<Point>();
        for (var signal : Signal.values())
            strongest(signal, questionSetVersion, answers).ifPresent(points::add);
        weighted(questionSetVersion, answers).forEach(points::add);
        engagement(questionSetVersion, participation).forEach(points::add);
        var fit = total(points, Axis.FIT);
        var engagement = total(points, Axis.ENGAGEMENT);
        var rubric = answers.stream().anyMatch(ScoreRubric::hasOwnWeight) ? WEIGHTED : NAME;
        return new Score(fit, engagement, band(fit, engagement), rubric, List.copyOf(points));
    }

    private static boolean hasOwnWeight(HeardAnswer heard) {
        return ownWeight(heard).isPresent();
    }

    private static Optional<Integer> ownWeight(HeardAnswer heard) {
        return heard.question().mapping().flatMap(Mapping::weight);
    }

    private static Stream<Point> weighted(int version, List<HeardAnswer> answers) {
        return answers.stream()
                .filter(ScoreRubric::hasOwnWeight)
                .filter(heard -> !heard.answer().evidence().isEmpty())
                .map(heard -> receipt(heard, version))
                .filter(point -> point.points() != 0);
    }

    /** Where a score suggests to put a lead. Turning somebody away is left to people. */
    static LeadStatus statusFor(Band band) {
        return switch (band) {
            case HOT -> LeadStatus.QUALIFIED;
            case WARM -> LeadStatus.ENGAGED;
            case COLD -> LeadStatus.NURTURE;
        };
    }

    static Band band(int fit, int engagement) {
        if (fit >= 70 && engagement >= 40) return Band.HOT;
        return fit >= 40 ? Band.WARM : Band.COLD;
    }

    private static int weight(Signal signal) {
        return switch (signal) {
            case NEED -> 30;
            case BUDGET -> 25;
            case AUTHORITY -> 20;
            case TIMING -> 15;
            case FIT -> 10;
            case NONE -> 0;
        };
    }

    private static Optional<Point> strongest(Signal signal, int version, List<HeardAnswer> answers) {
        return answers.stream()
                .filter(heard -> heard.question().signal() == signal && !hasOwnWeight(heard))
                .filter(heard -> !heard.answer().evidence().isEmpty())
                .map(heard -> receipt(heard, version))
                .filter(point -> point.points() != 0)
                .max(Comparator.comparingInt(Point::points));
    }

    private static Point receipt(HeardAnswer heard, int version) {
        var question = heard.question();
        var answer = heard.answer();
        var strength = Strength.of(question, answer);
        var own = ownWeight(heard);
        var full = own.orElseGet(() -> weight(question.signal())) * strength.percent / 100;
        var sure = answer.confidence() >= SURE;
        return new Point(
                (own.isPresent() ? "own-weight" : WireFormat.name(question.signal())) + "-" + WireFormat.name(strength)
                        + (sure ? "" : "-unsure"),
                Axis.FIT,
                sure ? full : full / 2,
                Optional.of(question.questionId()),
                version,
                answer.evidence(),
                answer.quote());
    }

    private static Stream<Point> engagement(int version, Participation part) {
        if (part.evidence().isEmpty()) return Stream.empty();
        return Stream.of(
                        taking("turns", Math.min(40, 4 * part.turns()), version, part),
                        taking("words", Math.min(40, part.words() / 10), version, part),
                        taking("questions-asked", Math.min(20, 10 * part.questionsAskedByLead()), version, part))
                .filter(point -> point.points() > 0);
    }

    private static Point taking(String rule, int points, int version, Participation part) {
        return new Point(rule, Axis.ENGAGEMENT, points, Optional.empty(), version, part.evidence(), part.quote());
    }

    private static int total(List<Point> points, Axis axis) {
        var sum = points.stream()
                .filter(point -> point.axis() == axis)
                .mapToInt(Point::points)
                .sum();
        return Math.clamp(sum, 0, 100);
    }
}
