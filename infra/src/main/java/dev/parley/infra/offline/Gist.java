package dev.parley.infra.offline;

import dev.parley.api.questionset.Question;
import dev.parley.infra.meaning.Meanings;
import dev.parley.infra.offline.AnswerRules.Reading;
import dev.parley.infra.offline.Ears.Sentence;
import dev.parley.saga.interview.Interviewer.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sentence that says most about an open question; short or shrugging ones are worth a second question. */
final class Gist {
    /** As many words as make a sentence neither better nor worse than a longer one. */
    private static final int ENOUGH_WORDS = 12;

    private final Optional<Meanings> meanings;

    Gist(Optional<Meanings> meanings) {
        this.meanings = meanings;
    }

    Reading of(Question question, List<Sentence> sentences) {
        var telling = sentences.stream()
                .filter(sentence -> !Ears.refuses(sentence) && !Hedges.putsOff(sentence.lower()))
                .filter(sentence -> !Ears.isBesideThePoint(sentence))
                .toList();
        if (telling.isEmpty()) return Reading.none(Verdict.UNCLEAR);
        var fullest = telling.size() == 1
                ? telling.getFirst()
                : telling.stream()
                        .max(Comparator.comparingDouble(sentence -> worth(question, sentence)))
                        .orElseThrow();
        var words = words(fullest);
        var shrugs = Hedges.shrugs(fullest.lower());
        if (words < 4 && shrugs) return Reading.none(Verdict.SHALLOW);
        var shallow = words < 4 && !namesSomething(fullest) || (shrugs && words < 8);
        var confidence = shallow || shrugs ? 0.4 : Math.min(0.9, 0.6 + words * 0.02);
        var answer = fullest.saying(fullest.clipped(), Optional.empty(), confidence);
        return new Reading(shallow ? Verdict.SHALLOW : Verdict.ANSWERED, Optional.of(answer));
    }

    private double worth(Question question, Sentence sentence) {
        var length = Math.min(words(sentence), ENOUGH_WORDS) / (double) ENOUGH_WORDS;
        var meaning = meanings.map(
                        model -> model.alike(question.text(), sentence.text()).orElse(0))
                .orElse(0.0);
        return length + 1.5 * meaning;
    }

    /** A product or a person is a whole answer, however short. */
    private static boolean namesSomething(Sentence sentence) {
        return sentence.text().matches("(?s).*\\p{L}.* ?\\p{Lu}.*|\\p{Lu}\\p{L}+(?:,| and| und| y).*");
    }

    private static int words(Sentence sentence) {
        return sentence.text().split("[^\\p{L}\\p{N}]+").length;
    }
}
