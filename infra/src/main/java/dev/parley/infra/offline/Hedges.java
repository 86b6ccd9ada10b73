package dev.parley.infra.offline;

import java.util.regex.Pattern;

/** How people sound when they are not sure, put something off, or take back what they have just said. */
final class Hedges {
    private static final Pattern SHRUG = Pattern.compile(
            "(?<!\\p{L})(?:maybe|perhaps|hard to say|not sure|no idea|don't know|don't really know|do not (?:really )?know|depends|at some point|some day|a few|some(?:where|times?)|different people|you know|i guess|mostly|possibly|who knows"
                    + "|vielleicht|schwer zu sagen|keine ahnung|weiß (?:ich )?nicht|kommt drauf an|irgendwann|ein paar|mal sehen|eventuell"
                    + "|quizás|quizá|tal vez|a lo mejor|difícil de decir|ni idea|no (?:lo )?sé|depende|algún día|unos pocos)(?!\\p{L})");
    private static final Pattern LATER = Pattern.compile(
            "(?:come|get) back to (?:that|this|it|you on)|(?:that|this|it) later\\b|\\blater,? please|(?:ask|tell) (?:me|you)[^.]{0,20} later|have to (?:look|check)|let me (?:look|check)|need to check"
                    + "|später darauf|darauf (?:später )?zurück|fragen sie (?:mich )?(?:das )?später|(?:das|dazu) später|muss ich nach(?:sehen|schauen)|lassen sie uns das später"
                    + "|más tarde|más adelante|luego (?:se )?lo|volvamos a|volver a eso|tengo que mirarlo|lo vemos luego");
    private static final Pattern CORRECTION = Pattern.compile(
            "(?<!\\p{L})(?:no,? wait|wait|hold on|i mean|i meant|sorry,? (?:(?:i|it|that|make)\\b|(?=no\\b|yes\\b))|correction|or rather|make (?:that|it)|scratch that|let me correct|that was wrong|i misspoke|actually,? (?:no|it)|no,? sorry"
                    + "|nein,? (?:moment|halt|warten sie|quatsch)|moment|ich meine|ich meinte|vielmehr|korrektur|besser gesagt|quatsch|entschuldigung,? (?:es|das|ich)"
                    + "|no,? espere?|perdón|mejor dicho|quiero decir|quise decir|corrijo|me equivoqué|no,? digo)(?!\\p{L})[,.: ]*");

    private static final Pattern NOWADAYS = Pattern.compile(
            "(?<!\\p{L})(?:and|but|und|aber|y|pero)? ?(?:now|by now|today|jetzt|inzwischen|heute|ahora|hoy)(?!\\p{L})(?=.*\\p{L}.*\\p{L})");
    private static final Pattern OTHERS_SAY = Pattern.compile(
            "(?<!\\p{L})(?:my|our|meine?|unsere?|mi|nuestr[oa]) \\p{L}+ (?:would say|says|said|thinks|würde sagen|sagt|meint|diría|dice)(?!\\p{L})");

    private Hedges() {}

    static boolean shrugs(String words) {
        return SHRUG.matcher(words).find();
    }

    static boolean putsOff(String words) {
        return LATER.matcher(words).find();
    }

    /** What somebody else would answer. */
    static boolean quotesOthers(String words) {
        return OTHERS_SAY.matcher(words).find();
    }

    /** @return where the present begins, if the past is told before; otherwise 0 */
    static int present(String words) {
        var matcher = NOWADAYS.matcher(words);
        return matcher.find() && matcher.start() > 3 ? matcher.end() : 0;
    }

    /** @return where the newest words begin that count, 0 if nothing was taken back */
    static int lastCorrection(String words) {
        var matcher = CORRECTION.matcher(words);
        var end = 0;
        while (matcher.find()) end = matcher.end();
        return end;
    }
}
