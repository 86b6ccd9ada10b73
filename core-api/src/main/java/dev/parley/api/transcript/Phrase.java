package dev.parley.api.transcript;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How what somebody has said so far ends: whether they may be done, in English, German and Spanish. Recognisers give no full stops. */
public record Phrase(String text) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}@'’]+");
    private static final Pattern SEVERAL_LETTERS_ONE_BY_ONE =
            Pattern.compile("(?:^|.*[\\s,.-])\\p{L}(?:[\\s,.-]+\\p{L}){1,}[\\s,.-]*");

    private static final Set<String> HESITATIONS = Set.of(
            "uh", "um", "uhm", "er", "erm", "hm", "hmm", "well", "äh", "ähm", "öh", "öhm", "hmmm", "also", "naja", "eh",
            "em", "este", "pues", "bueno");
    /** Words after which something must follow. */
    private static final Set<String> OPENERS = Set.of(
            "and", "but", "or", "because", "so", "if", "when", "that", "which", "the", "a", "an", "of", "to", "for",
            "with", "in", "at", "on", "my", "our", "is", "are", "about", "from", "und", "aber", "oder", "weil", "wenn",
            "dass", "der", "die", "das", "ein", "eine", "einen", "mit", "für", "von", "zu", "im", "bei", "unser",
            "unsere", "mein", "ist", "sind", "etwa", "y", "o", "pero", "porque", "si", "cuando", "que", "el", "la",
            "los", "las", "un", "una", "de", "del", "para", "con", "en", "mi", "nuestro", "nuestra", "es", "son",
            "unos");

    private static final Set<String> NUMBERS = Set.of(
            "zero",
            "oh",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "twenty",
            "hundred",
            "thousand",
            "null",
            "eins",
            "zwei",
            "zwo",
            "drei",
            "vier",
            "fünf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "zwanzig",
            "hundert",
            "tausend",
            "cero",
            "uno",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "veinte",
            "cien",
            "mil");
    private static final Set<String> OF_ADDRESSES = Set.of(
            "at", "dot", "underscore", "dash", "punkt", "unterstrich", "bindestrich", "arroba", "punto", "guion");
    private static final Set<String> BACKCHANNELS = Set.of(
            "mhm", "mmhm", "mm", "hm", "hmm", "uh-huh", "huh", "uh", "ok", "okay", "yeah", "yes", "yep", "right",
            "sure", "ja", "genau", "klar", "gut", "aha", "ah", "oh", "sí", "si", "vale", "claro", "ya", "bien", "ajá");

    /** From the surest end to the surest middle. */
    public enum Ending {
        COMPLETE,
        NUMBER,
        OPEN,
        SPELLING,
        HESITATION
    }

    public Ending ending() {
        var words = words();
        if (words.isEmpty()) return Ending.HESITATION;
        var last = words.getLast();
        if (HESITATIONS.contains(last)) return Ending.HESITATION;
        if (isSpelled(words, last)) return Ending.SPELLING;
        if (endsASentence()) return Ending.COMPLETE;
        if (OPENERS.contains(last) || text.strip().endsWith(",")) return Ending.OPEN;
        if (NUMBERS.contains(last) || Character.isDigit(last.charAt(last.length() - 1))) return Ending.NUMBER;
        return Ending.COMPLETE;
    }

    /** Only shows that somebody listens. */
    public boolean isBackchannel() {
        var words = words();
        return words.size() <= 3 && BACKCHANNELS.containsAll(words);
    }

    public List<String> words() {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private boolean endsASentence() {
        return text.strip().matches("(?s).*[.!?…]");
    }

    private boolean isSpelled(List<String> words, String last) {
        var spells = SEVERAL_LETTERS_ONE_BY_ONE.matcher(text.strip()).matches();
        var dictates = OF_ADDRESSES.contains(last) && words.stream().anyMatch(word -> word.length() == 1);
        return spells || dictates;
    }
}
