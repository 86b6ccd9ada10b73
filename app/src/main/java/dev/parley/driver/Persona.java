package dev.parley.driver;

import dev.parley.api.WireFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A lead to practise on: facts they know and ways they say them. */
public record Persona(
        String name, String email, String company, String title, List<Topic> topics, List<String> otherwise) {
    public static final List<String> ALL = List.of("eager", "vague", "hostile");

    /**
     * @param about words that bring the topic up, in lower case
     * @param says what the persona answers, the first time, the second time, and so on
     */
    public record Topic(List<String> about, List<String> says) {
        boolean matches(String question) {
            return about.stream().anyMatch(question::contains);
        }
    }

    public static Persona named(String name) throws IOException {
        try (var file = Persona.class.getResourceAsStream("/personas/" + name + ".json")) {
            if (file == null)
                throw new IOException("there is no persona '" + name + "'; try one of " + String.join(", ", ALL));
            return WireFormat.mapper().readValue(file, Persona.class);
        }
    }

    /** Remembers what was said already, so that a follow-up gets more than a repetition. */
    Mouth mouth() {
        return new Mouth();
    }

    final class Mouth {
        private final Map<Object, Integer> times = new HashMap<>();

        String answer(String question) {
            var words = question.toLowerCase(Locale.ROOT);
            return topics.stream()
                    .filter(topic -> topic.matches(words))
                    .findFirst()
                    .map(topic -> next(topic, topic.says()))
                    .orElseGet(() -> next("otherwise", otherwise));
        }

        private String next(Object key, List<String> says) {
            var turn = times.merge(key, 1, Integer::sum) - 1;
            return says.get(Math.min(turn, says.size() - 1));
        }
    }
}
