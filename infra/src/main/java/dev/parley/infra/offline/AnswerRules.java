package dev.parley.infra.offline;

import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.infra.offline.Ears.Sentence;
import dev.parley.saga.interview.Interviewer.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads an answer out of sentences, by the type of the question. */
final class AnswerRules {
    private static final Pattern YES = Pattern.compile(
            "\\b(?:yes|yeah|yep|sure|certainly|absolutely|of course|(?:we|i) do(?! not|n't)|it is(?! not|n't)|ja|klar|sí|claro)\\b");
    private static final Pattern NO =
            Pattern.compile("\\b(?:no|nope|not|never|don't|doesn't|none|nein|nicht|kein\\w*)\\b");
    private static final Pattern FLAT_NO = Pattern.compile("^(?:no|nope|nein)\\b(?! problem)");
    private static final Pattern MONEY =
            Pattern.compile("(?:[€$£]\\s*\\d|\\d[\\d.,]*\\s*(?:k|m|thousand|million|euros?|dollars?|eur|usd|gbp)\\b)");
    private static final Pattern SHRUG = Pattern.compile(
            "\\b(?:maybe|perhaps|hard to say|not sure|no idea|don't know|do not (?:really )?know|depends|at some point|a few|some(?:where|time|times)?|different people|you know|i guess|mostly)\\b");
    private static final Pattern DATE = Pattern.compile(
            "\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b(?: \\d{1,2}(?:st|nd|rd|th)?)?(?:,? \\d{4})?"
                    + "|\\bq[1-4]\\b(?: \\d{4})?|\\b(?:next|this) (?:week|month|quarter|year|spring|summer|autumn|fall|winter)\\b|\\b(?:tomorrow|immediately|right away|asap|as soon as possible)\\b|\\b20\\d{2}\\b");

    /** A "maybe" takes this much away. */
    private static final double HALF_HEARTED = 0.5;

    /** What was read: a verdict, and the answer where there is one. */
    record Reading(Verdict verdict, Optional<Answer> answer) {
        static Reading none(Verdict verdict) {
            return new Reading(verdict, Optional.empty());
        }
    }

    private record Finding(String value, double confidence) {}

    Reading read(Question question, List<Sentence> sentences) {
        if (sentences.isEmpty()) return Reading.none(Verdict.UNCLEAR);
        var reading = switch (question.type()) {
            case YES_NO -> first(sentences, sentence -> yesOrNo(question, sentence));
            case NUMBER ->
                first(sentences, sentence -> Numbers.in(sentence.lower()).map(n -> new Finding(n, 0.9)));
            case SCALE -> first(sentences, AnswerRules::scale);
            case DATE -> first(sentences, AnswerRules::date);
            case CHOICE, MULTI -> first(sentences, sentence -> options(question, sentence));
            case OPEN -> gist(sentences);
        };
        if (reading.answer().isPresent()) return reading;
        if (sentences.stream().anyMatch(Ears::refuses)) return Reading.none(Verdict.REFUSED);
        return Reading.none(sentences.stream().anyMatch(AnswerRules::shrugs) ? Verdict.SHALLOW : Verdict.UNCLEAR);
    }

    private static Reading first(List<Sentence> sentences, Function<Sentence, Optional<Finding>> rule) {
        for (var sentence : sentences) {
            var finding = rule.apply(sentence);
            if (finding.isPresent()) {
                var certain = shrugs(sentence)
                        ? HALF_HEARTED * finding.get().confidence()
                        : finding.get().confidence();
                return new Reading(
                        Verdict.ANSWERED,
                        Optional.of(answer(sentence, finding.get().value(), certain)));
            }
        }
        return Reading.none(Verdict.UNCLEAR);
    }

    private static Optional<Finding> yesOrNo(Question question, Sentence sentence) {
        var words = sentence.lower();
        if (Ears.refuses(sentence)) return Optional.empty();
        if (FLAT_NO.matcher(words).find()) return Optional.of(new Finding("no", 0.95));
        if (YES.matcher(words).find()) return Optional.of(new Finding("yes", 0.95));
        if (MONEY.matcher(words).find() || namesAnAmount(question, words)) return Optional.of(new Finding("yes", 0.85));
        if (shrugs(sentence) || !NO.matcher(words).find()) return Optional.empty();
        return Optional.of(new Finding("no", 0.9));
    }

    /** Whoever names an amount when asked for a budget has one, currency or not. */
    private static boolean namesAnAmount(Question question, String words) {
        return question.signal() == Signal.BUDGET
                && Numbers.in(words).filter(n -> n.length() >= 4).isPresent();
    }

    private static Optional<Finding> scale(Sentence sentence) {
        return Numbers.in(sentence.lower())
                .filter(n -> n.length() <= 3 && !n.contains("."))
                .filter(n -> Integer.parseInt(n) <= 10)
                .map(n -> new Finding(n, 0.95));
    }

    private static Optional<Finding> date(Sentence sentence) {
        var matcher = DATE.matcher(sentence.lower());
        return matcher.find() ? Optional.of(new Finding(matcher.group().strip(), 0.85)) : Optional.empty();
    }

    private static Optional<Finding> options(Question question, Sentence sentence) {
        var named = question.options().stream()
                .filter(option -> sentence.lower().contains(option.toLowerCase(Locale.ROOT)))
                .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(new Finding(String.join(", ", named), 0.9));
    }

    /** The sentence that says most; short or shrugging ones are worth a second question. */
    private static Reading gist(List<Sentence> sentences) {
        var fullest = sentences.stream()
                .filter(sentence -> !Ears.refuses(sentence))
                .max(Comparator.comparingInt(AnswerRules::words));
        if (fullest.isEmpty()) return Reading.none(Verdict.REFUSED);
        var words = words(fullest.get());
        if (words < 4 && shrugs(fullest.get())) return Reading.none(Verdict.SHALLOW);
        var shallow = words < 4 || (shrugs(fullest.get()) && words < 8);
        var answer = answer(
                fullest.get(),
                clip(fullest.get().text()),
                shallow || shrugs(fullest.get()) ? 0.4 : Math.min(0.9, 0.6 + words * 0.02));
        return new Reading(shallow ? Verdict.SHALLOW : Verdict.ANSWERED, Optional.of(answer));
    }

    private static Answer answer(Sentence sentence, String value, double confidence) {
        return new Answer(value, confidence, List.of(sentence.segmentId()), clip(sentence.text()));
    }

    private static String clip(String text) {
        return text.length() <= 300
                ? text
                : text.substring(0, text.lastIndexOf(' ', 300) > 0 ? text.lastIndexOf(' ', 300) : 300);
    }

    private static boolean shrugs(Sentence sentence) {
        return SHRUG.matcher(sentence.lower()).find();
    }

    private static int words(Sentence sentence) {
        return sentence.text().split("[^\\p{L}\\p{N}]+").length;
    }
}
