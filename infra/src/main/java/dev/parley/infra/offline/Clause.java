package dev.parley.infra.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a text that a "no" reaches as a whole.
 *
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 */
record Clause(String text, int from, int to) {
    private static final Pattern ENDS = Pattern.compile(
            "[.!?;:…\\n]+(?=\\s|$)|,(?=\\s)|(?<!\\p{L})(?:but|and|although|because|aber|und|obwohl|sondern|pero|aunque|sino|y)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NO = Pattern.compile(
            "(?<!\\p{L})(?:no|not|never|none|nobody|without|\\p{L}+n['’]t|cannot|nicht|nichts|nie|niemals|kein\\p{L}*|ohne|nunca|nada|ningun[oa]s?|ningún|tampoco|sin)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** They begin with a no, and mean none. */
    private static final Pattern NO_AT_ALL = Pattern.compile(
            "(?<!\\p{L})(?:not only|no doubt|nicht nur|no s[oó]lo|sin duda)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static List<Clause> in(String text) {
        var clauses = new ArrayList<Clause>();
        var from = 0;
        for (var end = ENDS.matcher(text); end.find(); from = end.end()) clauses.add(of(text, from, end.start()));
        clauses.add(of(text, from, text.length()));
        return clauses;
    }

    private static Clause of(String text, int from, int to) {
        return new Clause(text, from, to);
    }

    /** Whether something in it is denied, before or after: "no budget", "the budget is not approved". */
    boolean isDenied() {
        var words = text.substring(from, to);
        return NO.matcher(NO_AT_ALL.matcher(words).replaceAll(" ")).find();
    }
}
