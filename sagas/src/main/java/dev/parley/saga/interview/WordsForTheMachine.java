package dev.parley.saga.interview;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words that mean to steer the machine rather than to tell us something. A list can never be complete; behind it stand that
 * models have no tools, that answers need evidence, and that rules and recipients are no model's to choose. Pure.
 */
final class WordsForTheMachine {
    private static final Pattern THEM = Pattern.compile(
            "(?:ignore|disregard|forget|override|ignoriere?|vergiss|vergessen sie|ignora|ignore|olvida) (?:\\p{L}+ ){0,4}(?:instructions?|rules?|prompts?|guidelines|anweisungen|regeln|vorgaben|instrucciones|reglas|normas|órdenes)|system ?prompt|^\\s*(?:system|assistant|user|developer)\\s*:|</?\\w+>|\\[/?inst\\]|<\\|"
                    + "|\\b(?:score|rating|points|punkte|puntos|puntuación) (?:of|to|von|auf|de|a) ?\\d+|\\b\\d+ (?:points|punkte|puntos)\\b|mark (?:every|all|this|me|the)|markiere|marca todas|you are now|du bist (?:jetzt|ab jetzt)|ahora eres|pretend (?:to be|that|you)|act as|jailbreak|developer mode|\\bdan mode|(?:print|reveal|show|repeat) (?:me )?(?:your|the) (?:\\p{L}+ )?(?:prompt|instructions|rules)|(?:send|forward|mail) (?:the |this |all |a )?(?:\\p{L}+ )?(?:transcript|summary|notes|data|copy)[^.]* to |set (?:the |my )?\\p{L}+ to \\d+|\"verdict\"|\"answers\"|```|base64|drop table");

    private WordsForTheMachine() {}

    static boolean areIn(String words) {
        return THEM.matcher(words.toLowerCase(Locale.ROOT)).find();
    }
}
