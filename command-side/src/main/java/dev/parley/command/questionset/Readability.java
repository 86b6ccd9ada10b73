package dev.parley.command.questionset;

import dev.parley.api.questionset.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What makes a question hard to follow for somebody who only hears it. Pure; rules of thumb, no verdict. */
final class Readability {
    private static final int MOST_WORDS = 25;
    private static final int LONG_WORD = 16;
    private static final int MOST_OPTIONS = 6;
    private static final Pattern TWICE = Pattern.compile(
            "\\?.+\\?|\\b(and|or|und|oder|y|o) (what|how|who|when|why|which|where|do|are|is|was|wie|wer|wann|warum|welche\\w*|qué|cómo|quién|cuándo)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern LEADING = Pattern.compile(
            "\\b(don't you|isn't it|wouldn't you|surely|nicht wahr|doch sicher|verdad)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NOT_TWICE = Pattern.compile(
            "\\b(not|never|no|nicht|kein\\w*|nie|nunca)\\b.*\\b(not|never|un\\w+able|without|nicht|ohne|nie|sin)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Readability() {}

    enum Warning {
        LONG,
        TWO_QUESTIONS_IN_ONE,
        LEADING,
        DOUBLE_NEGATIVE,
        LONG_WORDS,
        MANY_OPTIONS
    }

    static List<Warning> of(Question question) {
        var text = question.text();
        var words = Arrays.asList(text.split("\\s+"));
        var warnings = new ArrayList<Warning>();
        if (words.size() > MOST_WORDS) warnings.add(Warning.LONG);
        if (TWICE.matcher(text).find()) warnings.add(Warning.TWO_QUESTIONS_IN_ONE);
        if (LEADING.matcher(text).find()) warnings.add(Warning.LEADING);
        if (NOT_TWICE.matcher(text).find()) warnings.add(Warning.DOUBLE_NEGATIVE);
        if (words.stream().filter(word -> word.length() >= LONG_WORD).count() > 1) warnings.add(Warning.LONG_WORDS);
        if (question.options().size() > MOST_OPTIONS) warnings.add(Warning.MANY_OPTIONS);
        return List.copyOf(warnings);
    }
}
