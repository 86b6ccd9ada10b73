package dev.parley.driver;

import dev.parley.api.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A lead to practise on: facts they know and ways they say them.
 *
 * @param language of the questions they are asked
 * @param topics what they say about what, in their own order
 * @param says their labelled answers, by the key of the question ({@link PracticeQuestion})
 * @param otherwise what they say when they are asked once more, or something else
 */
public record Persona(
        String name,
        String email,
        String company,
        String title,
        Optional<String> language,
        Optional<List<Topic>> topics,
        Optional<Map<String, Labelled>> says,
        List<String> otherwise) {
    /** Those who talk as they like, and those whose every answer is labelled. */
    public static final List<String> ALL = List.of(
            "eager",
            "vague",
            "hostile",
            "terse",
            "rambling",
            "contradicting",
            "switching",
            "hostile-2",
            "injecting",
            "silent",
            "interrupting",
            "correcting",
            "dense",
            "offtopic",
            "german",
            "spanish",
            "postponing");

    /**
     * @param about words that bring the topic up, in lower case
     * @param says what the persona answers, the first time, the second time, and so on
     */
    public record Topic(List<String> about, List<String> says) {
        boolean matches(String question) {
            return about.stream().anyMatch(question::contains);
        }
    }

    /**
     * What a persona answers, and what a good listener makes of it.
     *
     * @param words in the pieces they are said in
     * @param kind answered if absent; otherwise how the answer is missing, as in the interviewer's verdict
     * @param quote words that the evidence must hold
     */
    public record Labelled(
            List<String> words,
            Optional<String> kind,
            Optional<String> value,
            Optional<String> unit,
            Optional<String> quote) {}

    public static Persona named(String name) throws IOException {
        try (var file = Persona.class.getResourceAsStream("/personas/" + name + ".json")) {
            if (file == null)
                throw new IOException("there is no persona '" + name + "'; try one of " + String.join(", ", ALL));
            return WireFormat.mapper().readValue(file, Persona.class);
        }
    }

    public boolean isLabelled() {
        return says.isPresent();
    }

    /** Remembers what was said already, so that a follow-up gets more than a repetition. */
    public Mouth mouth() {
        return new Mouth();
    }

    public final class Mouth {
        private final Map<Object, Integer> times = new HashMap<>();

        private Mouth() {}

        /** In the pieces it is said in. */
        public List<String> answer(String question) {
            var words = question.toLowerCase(Locale.ROOT);
            return labelled(question)
                    .or(() -> topics.orElse(List.of()).stream()
                            .filter(topic -> topic.matches(words))
                            .findFirst()
                            .map(topic -> List.of(next(topic, topic.says()))))
                    .orElseGet(() -> List.of(next("otherwise", otherwise)));
        }

        /** The first time a question is put; what they add later is up to their mood. */
        private Optional<List<String>> labelled(String question) {
            return says.flatMap(answers -> PracticeQuestion.keyIn(question)
                    .filter(key -> times.merge(key, 1, Integer::sum) == 1)
                    .map(answers::get)
                    .map(Labelled::words));
        }

        private String next(Object key, List<String> says) {
            var turn = times.merge(key, 1, Integer::sum) - 1;
            return says.get(Math.min(turn, says.size() - 1));
        }
    }
}
