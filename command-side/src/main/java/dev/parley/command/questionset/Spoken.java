package dev.parley.command.questionset;

import static dev.parley.api.questionset.QuestionSetRefusal.LANGUAGE_NOT_OFFERED;
import static dev.parley.api.questionset.QuestionSetRefusal.TRANSLATION_MISSING;

import dev.parley.api.Refused;
import dev.parley.api.questionset.Languages;
import dev.parley.api.questionset.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** In which languages a version can be asked: never in one that some question has no words in. Pure. */
final class Spoken {
    private Spoken() {}

    /** @param wanted beside the set's own; all that it is for if absent */
    static List<String> by(Languages languages, Optional<List<String>> wanted, List<Question> questions) {
        var others = wanted.map(tags -> offered(languages, tags)).orElse(languages.others());
        others.forEach(language -> mustBeThroughout(language, questions));
        return Stream.concat(languages.own().stream(), others.stream()).toList();
    }

    private static List<String> offered(Languages languages, List<String> tags) {
        var others = tags.stream()
                .filter(tag -> !languages.own().equals(Optional.of(tag)))
                .distinct()
                .toList();
        if (!languages.others().containsAll(others)) throw new Refused(LANGUAGE_NOT_OFFERED, "languages");
        return others;
    }

    private static void mustBeThroughout(String language, List<Question> questions) {
        IntStream.range(0, questions.size())
                .filter(i -> !questions.get(i).isTranslatedInto(language))
                .findFirst()
                .ifPresent(i -> {
                    throw new Refused(TRANSLATION_MISSING, "questions[" + i + "].translations." + language);
                });
    }
}
