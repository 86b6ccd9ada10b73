package dev.parley.command.interview;

import dev.parley.api.Shape;
import dev.parley.api.questionset.Question;
import java.math.BigDecimal;
import java.util.Arrays;

/** Which values count as an answer to a question. What a model understood is checked here before it becomes a fact. */
final class AnswerContract {
    private AnswerContract() {}

    static boolean fits(Question question, String value) {
        if (value.isBlank() || value.length() > Shape.SENTENCE) return false;
        return switch (question.type()) {
            case YES_NO -> value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("no");
            case SCALE -> isNumber(value) && isOnScale(new BigDecimal(value));
            case NUMBER -> isNumber(value);
            case CHOICE -> isOption(question, value);
            case MULTI -> isOption(question, value) || areOptions(question, value);
            // People say "next quarter"; the words are kept, whoever needs a date reads them.
            case DATE, OPEN -> true;
        };
    }

    private static boolean areOptions(Question question, String values) {
        return Arrays.stream(values.split("[;,]")).allMatch(value -> isOption(question, value.strip()));
    }

    private static boolean isOption(Question question, String value) {
        return question.options().stream().anyMatch(value::equalsIgnoreCase);
    }

    private static boolean isOnScale(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(BigDecimal.TEN) <= 0;
    }

    private static boolean isNumber(String value) {
        try {
            return new BigDecimal(value).precision() <= 40;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
