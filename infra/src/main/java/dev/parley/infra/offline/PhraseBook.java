package dev.parley.infra.offline;

import java.util.List;
import java.util.Locale;

/** What the offline interviewer says in one language. */
record PhraseBook(
        String greeting,
        List<String> thanks,
        List<String> more,
        String hadAsked,
        String sorry,
        String colleague,
        String understood,
        String yesOrNo,
        String roughNumber,
        String oneToTen,
        String roughDate,
        String chooseFrom,
        String fewWords,
        String noted,
        String goodbye,
        String nextSteps,
        String nameless) {

    private static final PhraseBook ENGLISH = new PhraseBook(
            "Thank you, %s. I have a few short questions, and you can skip any of them or stop whenever you like.",
            List.of("Thank you, that helps.", "Understood.", "Thanks, I have noted that.", "That is good to know."),
            List.of(
                    "Could you tell me a little more about that?",
                    "Can you make that a bit more concrete for me?",
                    "What would be a typical example?"),
            "I had asked: ",
            "Sorry, I did not quite get that.",
            "A colleague will answer that one for you after our call.",
            "I understood: %s. Is that right?",
            "A yes or a no is enough.",
            "A rough number is enough.",
            "A number from 1 to 10 is enough.",
            "A month or a quarter is enough.",
            "You can choose from: ",
            "A few words are enough.",
            "What I have noted, in short: ",
            "Thank you for your time, %s.",
            "You will get a summary by mail, and a colleague will come back to you. Goodbye!",
            "and welcome");

    private static final PhraseBook GERMAN = new PhraseBook(
            "Danke, %s. Ich habe ein paar kurze Fragen; Sie können jede auslassen und jederzeit aufhören.",
            List.of("Danke, das hilft.", "Verstanden.", "Danke, das habe ich notiert.", "Gut zu wissen."),
            List.of(
                    "Können Sie mir etwas mehr darüber sagen?",
                    "Können Sie das etwas genauer sagen?",
                    "Was wäre ein typisches Beispiel?"),
            "Ich hatte gefragt: ",
            "Entschuldigung, das habe ich nicht ganz verstanden.",
            "Das beantwortet Ihnen nach unserem Gespräch ein Kollege.",
            "Ich habe verstanden: %s. Stimmt das?",
            "Ein Ja oder ein Nein genügt.",
            "Eine ungefähre Zahl genügt.",
            "Eine Zahl von 1 bis 10 genügt.",
            "Ein Monat oder ein Quartal genügt.",
            "Zur Wahl stehen: ",
            "Ein paar Worte genügen.",
            "Kurz, was ich notiert habe: ",
            "Danke für Ihre Zeit, %s.",
            "Sie bekommen eine Zusammenfassung per Mail, und ein Kollege meldet sich bei Ihnen. Auf Wiederhören!",
            "und willkommen");

    private static final PhraseBook SPANISH = new PhraseBook(
            "Gracias, %s. Tengo unas preguntas breves; puede saltarse cualquiera o parar cuando quiera.",
            List.of("Gracias, eso ayuda.", "Entendido.", "Gracias, lo he anotado.", "Es bueno saberlo."),
            List.of("¿Puede contarme un poco más?", "¿Puede concretarlo un poco?", "¿Cuál sería un ejemplo típico?"),
            "Había preguntado: ",
            "Perdón, no lo he entendido del todo.",
            "Eso se lo responderá un compañero después de la llamada.",
            "He entendido: %s. ¿Es correcto?",
            "Basta con un sí o un no.",
            "Basta con un número aproximado.",
            "Basta con un número del 1 al 10.",
            "Basta con un mes o un trimestre.",
            "Puede elegir entre: ",
            "Bastan unas palabras.",
            "En resumen, he anotado: ",
            "Gracias por su tiempo, %s.",
            "Recibirá un resumen por correo y un compañero se pondrá en contacto con usted. ¡Hasta pronto!",
            "y bienvenido");

    /** @param language as in BCP 47; English where we have no words of it */
    static PhraseBook in(String language) {
        return switch (Locale.forLanguageTag(language).getLanguage()) {
            case "de" -> GERMAN;
            case "es" -> SPANISH;
            default -> ENGLISH;
        };
    }
}
