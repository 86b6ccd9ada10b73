package dev.parley.saga.interview;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells by small words which language is spoken; two of them, and more than of any other language, are enough. Pure. */
final class Tongue {
    static final String ENGLISH = "en";
    private static final int ENOUGH = 2;
    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            ENGLISH,
            Set.of(
                    "the and is are was were we you i of to in on for with that this it have has do does not but our my what how when which would at from be there they so if or an"
                            .split(" ")),
            "de",
            Set.of(
                    "der die das und ist sind wir sie ich nicht mit für von zu im ein eine einen auf es haben hat wie was wann welche welches den dem aber unser unsere mein auch noch so bei nach wenn oder würde würden ihr ihre ihrem kein keine uns über"
                            .split(" ")),
            "es",
            Set.of(
                    "el la los las y es son de que en un una para con por no nos se lo su sus tiene tenemos cuándo cuánto cuántas qué quién cómo del al pero muy más nuestro nuestra mi hemos está esta este como usa usted yo"
                            .split(" ")));

    private Tongue() {}

    /** @return as in BCP 47, or empty when it could be any */
    static Optional<String> of(String text) {
        var words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        var counts = SMALL_WORDS.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), count(words, entry.getValue())))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        var first = counts.getFirst();
        return first.getValue() >= ENOUGH && first.getValue() > counts.get(1).getValue()
                ? Optional.of(first.getKey())
                : Optional.empty();
    }

    private static long count(List<String> words, Set<String> small) {
        return words.stream().filter(small::contains).count();
    }
}
