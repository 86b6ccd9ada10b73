package dev.parley.saga.interview;

import java.util.regex.Pattern;

/** What nobody may be asked in a sales interview, whoever wrote the question or found the words. Pure. */
final class ProtectedTraits {
    private static final Pattern ASKED = Pattern.compile(
            "\\bhow old are you\\b|\\byour (?:age|birthday|date of birth|religion|faith|race|skin colou?r|ethnic\\p{L}*|nationality|sexual\\p{L}*|gender|marital status|political (?:views|party|opinion)|disabilit\\p{L}*|health|illness\\p{L}*|trade union)\\b"
                    + "|\\bare you (?:married|pregnant|gay|disabled|religious|muslim|jewish|christian|a (?:man|woman))\\b|\\bdo you (?:have|want|plan) (?:any )?(?:children|kids)\\b|\\bwhere (?:do|were) you (?:really|originally|born)|\\bwho (?:do|did) you vote for\\b|\\bwhich (?:religion|party) do you\\b"
                    + "|\\bwie alt sind sie\\b|\\bihr(?:e|en)? (?:alter|geburtsdatum|religion|hautfarbe|ethnische\\p{L}*|herkunft|sexuelle\\p{L}*|geschlecht|familienstand|behinderung|gesundheit\\p{L}*|krankheit\\p{L}*)\\b|\\bsind sie (?:verheiratet|schwanger|homosexuell|behindert|religiös)\\b|\\bhaben sie kinder\\b|\\bwelche partei wählen\\b"
                    + "|(?:cuántos años tiene(?! (?:su|la) (?:empresa|compañía))|\\bsu (?:edad|religión|raza|orientación sexual|estado civil|discapacidad|salud)\\b|\\bestá (?:casad[oa]|embarazada)\\b|\\btiene hijos\\b|\\ba quién vota\\b)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private ProtectedTraits() {}

    static boolean areAskedFor(String words) {
        return ASKED.matcher(words).find();
    }
}
