package dev.parley.command.lead;

import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.Question;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How much an answer speaks for a lead, read from its normalised value alone. */
enum Strength {
    STRONG(100),
    SOME(50),
    NONE(0),
    AGAINST(-40);

    /** What share of a signal's weight the answer earns. */
    final int percent;

    private static final Pattern DENIAL =
            Pattern.compile("^(no|none|nothing|nobody|never|not at all|nein|nichts|niemand|kein\\w*)\\b.*");
    private static final Pattern DOUBT = Pattern.compile(
            ".*\\b(maybe|perhaps|possibly|not sure|don't know|do not know|unclear|unsure|undecided|it depends|vielleicht|weiß nicht|unklar)\\b.*");

    Strength(int percent) {
        this.percent = percent;
    }

    static Strength of(Question question, Answer answer) {
        var value = answer.value().strip().toLowerCase(Locale.ROOT);
        return switch (question.type()) {
            case YES_NO -> value.equals("yes") ? STRONG : AGAINST;
            case NUMBER -> number(value).map(Strength::asAmount).orElse(NONE);
            case SCALE -> number(value).map(Strength::onScale).orElse(NONE);
            case OPEN, DATE, CHOICE, MULTI -> inWords(value);
        };
    }

    private static Strength asAmount(BigDecimal value) {
        return value.signum() > 0 ? STRONG : AGAINST;
    }

    /** From 1 to 10, as the interviewer asks for it. */
    private static Strength onScale(BigDecimal value) {
        if (value.compareTo(BigDecimal.valueOf(7)) >= 0) return STRONG;
        return value.compareTo(BigDecimal.valueOf(4)) >= 0 ? SOME : NONE;
    }

    private static Strength inWords(String value) {
        if (DENIAL.matcher(value).matches()) return AGAINST;
        return DOUBT.matcher(value).matches() ? SOME : STRONG;
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return Optional.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
