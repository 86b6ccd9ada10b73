package dev.parley.api.questionset;

import static dev.parley.api.ShapeRefusal.MALFORMED_NUMBER;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * When a question is asked: an earlier one was answered like this.
 *
 * @param questionId the earlier question
 * @param is how its answer compares
 * @param value with what, in the normal form of answers: {@code yes} or {@code no}, an option, a number, an ISO date; empty
 *     where nothing is compared
 */
public record Condition(QuestionId questionId, Comparison is, String value) {
    private static final int LONGEST = 200;

    public Condition {
        value = is.compares() ? Shape.line("value", value, LONGEST) : "";
        if (is.orders() && number(value).isEmpty()) throw new Refused(MALFORMED_NUMBER, "value");
    }

    /** Whoever gave no answer differs from nobody: only {@link #UNANSWERED} holds for them. */
    public enum Comparison {
        ANSWERED,
        UNANSWERED,
        EQUAL,
        DIFFERENT,
        AT_LEAST,
        AT_MOST;

        boolean compares() {
            return this != ANSWERED && this != UNANSWERED;
        }

        boolean orders() {
            return this == AT_LEAST || this == AT_MOST;
        }
    }

    /** @param answer in its normal form; several options are parted by semicolons or commas; empty if there is none */
    public boolean holdsFor(Optional<String> answer) {
        if (is == Comparison.UNANSWERED) return answer.isEmpty();
        return answer.filter(this::holdsFor).isPresent();
    }

    private boolean holdsFor(String answer) {
        return switch (is) {
            case ANSWERED -> true;
            case UNANSWERED -> false;
            case EQUAL -> names(answer);
            case DIFFERENT -> !names(answer);
            case AT_LEAST -> compare(answer).filter(order -> order >= 0).isPresent();
            case AT_MOST -> compare(answer).filter(order -> order <= 0).isPresent();
        };
    }

    private boolean names(String answer) {
        return compare(answer)
                .map(order -> order == 0)
                .orElseGet(() -> answer.equalsIgnoreCase(value)
                        || Arrays.stream(answer.split("[;,]"))
                                .anyMatch(part -> part.strip().equalsIgnoreCase(value)));
    }

    /** Empty where one of them is no number. */
    private Optional<Integer> compare(String answer) {
        return number(answer).flatMap(said -> number(value).map(said::compareTo));
    }

    static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 30 ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
