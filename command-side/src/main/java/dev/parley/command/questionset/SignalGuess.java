package dev.parley.command.questionset;

import dev.parley.api.questionset.Question.Signal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Guesses from its words what a question is about, for people who did not say. English and German. */
final class SignalGuess {
    private static final Map<Signal, Pattern> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(Signal.BUDGET, words("budget\\w*|price|pricing|costs?|spend|money|invest\\w*|afford|kosten|preis"));
        WORDS.put(
                Signal.AUTHORITY,
                words("decid\\w+|decisions?|decision-mak\\w+|approv\\w+|sign off|stakeholders?|entscheid\\w*"));
        WORDS.put(Signal.TIMING, words("when|timeline|deadline|how soon|go live|start date|wann|zeitplan|termin"));
        WORDS.put(
                Signal.NEED,
                words(
                        "needs?|problems?|challenges?|pains?|struggl\\w+|improve|better|goals?|brauch\\w*|herausforderung\\w*|ziele?"));
    }

    private SignalGuess() {}

    static Signal of(String text) {
        var words = text.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Signal.NONE);
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b");
    }
}
