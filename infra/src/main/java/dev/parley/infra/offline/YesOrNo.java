package dev.parley.infra.offline;

import java.util.Optional;
import java.util.regex.Pattern;

/** Hears a yes or a no in English, German and Spanish. */
final class YesOrNo {
    private static final Pattern FLAT_YES = Pattern.compile(
            "^(?:oh |well,? |um,? |äh,? |bueno,? |pues,? )?(?:yes|yeah|yep|yup|sure|certainly|absolutely|definitely|of course|indeed|exactly|correct|right|that's right|ja|jawohl|klar|genau|natürlich|sicher|stimmt|richtig|sí|si,|claro|exacto|correcto|por supuesto|desde luego|así es)(?!\\p{L})(?! and no| und nein| y no)");
    private static final Pattern FLAT_NO = Pattern.compile(
            "^(?:oh |well,? |um,? |äh,? |bueno,? |pues,? )?(?:no|nope|nah|nein|nee|leider nein|leider nicht|nicht wirklich|not really|not at all|not yet|noch nicht|todavía no|aún no)(?!\\p{L})(?! problem|,? wait| doubt)");
    private static final Pattern YES = Pattern.compile(
            "(?<!\\p{L})(?:yes|yeah|sure|certainly|absolutely|of course|(?:we|i) (?:do|are|have)(?! not|n't)(?=[.!,]|$)|it is(?! not|n't)(?=[.!,]|$)|we have (?:one|some|it|that|a|the|set aside)(?!\\p{L})|i think so|(?:haben|sind) wir(?! nicht| kein)(?=[.!,]|$)|ja|klar|sí|claro|tenemos|lo hay)(?!\\p{L})");
    private static final Pattern NO = Pattern.compile(
            "(?<!\\p{L})(?:no|nope|not|never|\\p{L}+n't|none|nothing|nowhere|nein|nicht|nichts|nie|kein\\p{L}*|nunca|nada|tampoco|ningun[oa]|ningún)(?!\\p{L})");
    private static final Pattern BOTH = Pattern.compile("\\b(?:yes and no|ja und nein|jein|sí y no)\\b");

    private YesOrNo() {}

    static Optional<String> flatly(String words) {
        if (BOTH.matcher(words).find()) return Optional.empty();
        if (FLAT_NO.matcher(words).find()) return Optional.of("no");
        if (FLAT_YES.matcher(words).find()) return Optional.of("yes");
        return Optional.empty();
    }

    /** Somewhere in the sentence; a no weighs more than a yes. */
    static Optional<String> somewhere(String words) {
        if (BOTH.matcher(words).find()) return Optional.empty();
        if (NO.matcher(words).find()) return Optional.of("no");
        return YES.matcher(words).find() ? Optional.of("yes") : Optional.empty();
    }
}
