package dev.parley.saga.interview;

import dev.parley.api.interview.Silence;

/** What is said to a lead who says nothing, in their language. Pure. */
final class WordsInSilence {
    private WordsInSilence() {}

    static String of(Silence rung, Progress progress) {
        var language = progress.language();
        return switch (rung) {
            case NUDGE -> nudge(language);
            case REPHRASE ->
                (easier(language)
                                + progress.onTheTable()
                                        .map(asked -> " " + asked.in(language).text())
                                        .orElse(""))
                        .strip();
            case PAUSE -> waiting(language);
            case END -> goodbye(language);
        };
    }

    private static String nudge(String language) {
        return switch (language) {
            case "de" -> "Sind Sie noch da? Lassen Sie sich gern Zeit.";
            case "es" -> "¿Sigue ahí? Tómese el tiempo que necesite.";
            default -> "Are you still there? Take your time.";
        };
    }

    private static String easier(String language) {
        return switch (language) {
            case "de" -> "Ein Stichwort genügt, und Sie können auch tippen.";
            case "es" -> "Basta con unas palabras, y también puede escribirlas.";
            default -> "A few words are enough, and you may type them as well.";
        };
    }

    private static String waiting(String language) {
        return switch (language) {
            case "de" -> "Ich warte hier. Sobald Sie etwas sagen oder schreiben, machen wir weiter.";
            case "es" -> "Espero aquí. En cuanto diga o escriba algo, seguimos.";
            default -> "I will wait here. As soon as you say or type something, we go on.";
        };
    }

    private static String goodbye(String language) {
        return switch (language) {
            case "de" ->
                "Ich höre Sie leider nicht mehr und beende das Gespräch. Jemand aus dem Team meldet sich bei Ihnen.";
            case "es" ->
                "Ya no le oigo, así que termino la conversación. Alguien del equipo se pondrá en contacto con usted.";
            default -> "I cannot hear you any more, so I will end here. A colleague will come back to you. Goodbye!";
        };
    }
}
