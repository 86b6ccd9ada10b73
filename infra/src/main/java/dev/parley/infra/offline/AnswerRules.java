package dev.parley.infra.offline;

import dev.parley.api.interview.Answer;
import dev.parley.api.questionset.Question;
import dev.parley.api.questionset.Question.Signal;
import dev.parley.api.questionset.QuestionType;
import dev.parley.infra.meaning.Meanings;
import dev.parley.infra.offline.Amounts.Amount;
import dev.parley.infra.offline.Ears.Sentence;
import dev.parley.saga.interview.Interviewer.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads an answer out of sentences, by the type of the question. */
final class AnswerRules {
    private static final Pattern WHO =
            Pattern.compile("(?i)(?<!\\p{L})(?:who|whom|wer|wem|wen|quién|quiénes)(?!\\p{L})");
    private static final Pattern THE_SCALE = Pattern.compile(
            "(?i)(?:scale|skala|escala)?\\s*(?:from|of|von|del?|out of) (?:1|one|eins|uno|0|zero) (?:to|bis|al?|-) (?:10|ten|zehn|diez)|(?:out of|von|sobre|de) (?:10|ten|zehn|diez)\\b|/\\s?10\\b");

    /** A "maybe" takes this much away. */
    private static final double HALF_HEARTED = 0.5;

    private final Options options;
    private final Gist gist;

    AnswerRules(Optional<Meanings> meanings) {
        this.options = new Options(meanings);
        this.gist = new Gist(meanings);
    }

    /** What was read: a verdict, and the answer where there is one. */
    record Reading(Verdict verdict, Optional<Answer> answer) {
        static Reading none(Verdict verdict) {
            return new Reading(verdict, Optional.empty());
        }
    }

    /** @param at where in its sentence the value stands */
    private record Finding(Sentence sentence, int at, String value, Optional<String> unit, double confidence) {
        Finding(Sentence sentence, String value, double confidence) {
            this(sentence, sentence.text().length(), value, Optional.empty(), confidence);
        }

        Reading reading() {
            var certain = Hedges.shrugs(sentence.lower()) ? HALF_HEARTED * confidence : confidence;
            return new Reading(Verdict.ANSWERED, Optional.of(sentence.saying(value, unit, certain)));
        }
    }

    Reading read(Question question, List<Sentence> sentences) {
        if (sentences.isEmpty()) return Reading.none(Verdict.UNCLEAR);
        var reading = typed(question, sentences);
        if (reading.answer().isPresent()) return reading;
        if (sentences.stream().anyMatch(Ears::refuses)) return Reading.none(Verdict.REFUSED);
        if (sentences.stream().anyMatch(sentence -> Hedges.putsOff(sentence.lower())))
            return Reading.none(Verdict.LATER);
        var shrugs = sentences.stream().anyMatch(sentence -> Hedges.shrugs(sentence.lower()));
        return Reading.none(shrugs ? Verdict.SHALLOW : Verdict.UNCLEAR);
    }

    private Reading typed(Question question, List<Sentence> sentences) {
        if (question.type() == QuestionType.OPEN)
            return WHO.matcher(question.text()).find() ? who(question, sentences) : gist.of(question, sentences);
        return newest(sentences.stream()
                .filter(sentence -> !Ears.refuses(sentence))
                .map(sentence -> findings(question, sentence))
                .toList());
    }

    /** What people take back does not count: after "no, wait" only what follows. Otherwise the surest find, or the first of them. */
    private static Reading newest(List<List<Finding>> bySentence) {
        for (var i = bySentence.size() - 1; i >= 0; i--) {
            for (var finding : bySentence.get(i)) {
                var correction = Hedges.lastCorrection(finding.sentence().lower());
                if (correction > 0 && finding.at() >= correction) return finding.reading();
            }
        }
        return bySentence.stream()
                .flatMap(List::stream)
                .reduce((best, next) -> next.confidence() > best.confidence() ? next : best)
                .map(Finding::reading)
                .orElseGet(() -> Reading.none(Verdict.UNCLEAR));
    }

    /** The likeliest first. */
    private List<Finding> findings(Question question, Sentence sentence) {
        return switch (question.type()) {
            case YES_NO -> yesOrNo(question, sentence).stream().toList();
            case NUMBER -> numbers(question, sentence);
            case SCALE -> scale(sentence);
            case DATE -> date(sentence);
            case CHOICE, MULTI -> options(question, sentence).stream().toList();
            case OPEN -> List.of();
        };
    }

    private static Optional<Finding> yesOrNo(Question question, Sentence sentence) {
        var correction = Hedges.lastCorrection(sentence.lower());
        var words = sentence.lower().substring(correction);
        var flat = YesOrNo.flatly(words);
        if (flat.isPresent()) return flat.map(value -> new Finding(sentence, value, 0.95));
        if (question.signal() == Signal.BUDGET && namesAnAmount(words))
            return Optional.of(new Finding(sentence, "yes", 0.85));
        if (Hedges.shrugs(words)) return Optional.empty();
        return YesOrNo.somewhere(words).map(value -> new Finding(sentence, value, 0.85));
    }

    /** Whoever names an amount when asked for a budget has one, currency or not. */
    private static boolean namesAnAmount(String words) {
        return Amounts.in(words).stream()
                .anyMatch(amount -> amount.isMoney() || amount.value().length() >= 4);
    }

    private static List<Finding> numbers(Question question, Sentence sentence) {
        return Amounts.in(sentence.text()).stream()
                .sorted((a, b) -> Integer.compare(fit(question, b), fit(question, a)))
                .filter(amount -> fit(question, amount) > -3)
                .map(amount -> new Finding(
                        sentence, amount.start(), amount.value(), amount.unit(), confidence(fit(question, amount))))
                .toList();
    }

    private static double confidence(int fit) {
        return fit >= 2 ? 0.95 : fit >= 0 ? 0.9 : 0.6;
    }

    /** How well what was counted fits what was asked for. */
    static int fit(Question question, Amount amount) {
        var asksForMoney = question.signal() == Signal.BUDGET || Ears.isAboutMoney(question.text());
        if (asksForMoney)
            return amount.isMoney()
                    ? 3
                    : amount.unit().isPresent() ? -3 : amount.value().length() >= 4 ? 1 : 0;
        if (amount.unit().isPresent()) return -3;
        return Ears.counts(question.text(), amount.next()) ? 2 : Ears.countsSomethingElse(amount.next()) ? -1 : 0;
    }

    private static List<Finding> scale(Sentence sentence) {
        var words = THE_SCALE.matcher(sentence.text()).replaceAll(" ");
        var amounts = new ArrayList<>(Amounts.in(words));
        if (amounts.isEmpty() && words.strip().matches("(?i)(?:a |an )?(?:one|ein[se]?|uno|una)[.!]?"))
            return List.of(new Finding(sentence, "1", 0.9));
        return amounts.stream()
                .filter(amount -> amount.unit().isEmpty() && amount.value().matches("\\d|10"))
                .map(amount -> new Finding(
                        sentence,
                        Math.max(sentence.text().indexOf(words.substring(amount.start(), amount.end())), 0),
                        amount.value(),
                        Optional.empty(),
                        Ears.countsSomethingElse(amount.next()) || Hedges.quotesOthers(sentence.lower()) ? 0.6 : 0.95))
                .toList();
    }

    private static List<Finding> date(Sentence sentence) {
        var correction = Hedges.lastCorrection(sentence.lower());
        return Dates.in(sentence.text()
                        .substring(Math.min(correction, sentence.text().length())))
                .or(() -> Dates.in(sentence.text()))
                .map(date -> new Finding(sentence, date.value(), date.isWhole() ? 0.95 : 0.85))
                .stream()
                .toList();
    }

    private Optional<Finding> options(Question question, Sentence sentence) {
        var correction = Hedges.lastCorrection(sentence.lower());
        var newest = correction == 0 ? sentence : sentence.from(correction);
        var several = question.type() == QuestionType.MULTI;
        var present = newest.from(Hedges.present(newest.lower()));
        return options.in(several ? newest : present, question.options(), several)
                .or(() -> options.in(sentence, question.options(), several))
                .map(named -> new Finding(sentence, String.join(", ", named.options()), named.confidence()));
    }

    /** A name if there is one, otherwise whoever is described. */
    private Reading who(Question question, List<Sentence> sentences) {
        var last = IntStream.range(0, sentences.size())
                .filter(i -> Hedges.lastCorrection(sentences.get(i).lower()) > 0)
                .max()
                .orElse(0);
        for (var sentence : sentences.subList(last, sentences.size())) {
            if (Ears.refuses(sentence)) continue;
            var newest = sentence.from(Hedges.lastCorrection(sentence.lower()));
            var name = Names.in(newest.text());
            if (name.isPresent()) return new Finding(sentence, name.get(), 0.9).reading();
        }
        return gist.of(question, sentences);
    }
}
