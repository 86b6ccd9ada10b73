package dev.parley.infra.offline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds when something is to happen: a whole date becomes ISO, a month or a quarter stays the words it was. */
final class Dates {
    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        months("january february march april may june july august september october november december");
        months("jan feb mar apr may jun jul aug sep oct nov dec");
        months("januar februar märz april mai juni juli august september oktober november dezember");
        months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
    }

    private static final String MONTH = "(?<month>"
            + String.join(
                    "|",
                    MONTHS.keySet().stream()
                            .sorted((a, b) -> b.length() - a.length())
                            .toList()) + ")\\b";
    private static final String YEAR = "(?<year>20\\d{2})";

    private static final Pattern BEGINS_WITH_MONTH =
            Pattern.compile(MONTH, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final List<Pattern> WHOLE = patterns(
            "(?<year>20\\d{2})-(?<number>\\d{2})-(?<day>\\d{2})",
            "(?<!\\d)(?<day>\\d{1,2})\\.\\s?(?<number>\\d{1,2})\\.\\s?" + YEAR,
            "(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of| de)? " + MONTH + "(?:,| de| del)? " + YEAR,
            "\\b" + MONTH + "(?: the)? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?:of )?" + YEAR);

    private static final List<Pattern> ROUGH = patterns(
            "\\b(?:the )?(?:first|second|third|fourth|last|beginning|middle|end|start|anfang|mitte|ende|principios|mediados|finales)(?: of| de)? "
                    + MONTH + "(?: " + YEAR + ")?",
            "(?<!\\d)\\d{1,2}(?:st|nd|rd|th|\\.)?(?: of| de)? " + MONTH,
            "\\b" + MONTH + "(?: (?:the )?\\d{1,2}(?:st|nd|rd|th)?\\b(?!\\d))?(?:,? (?:de )?" + YEAR + ")?",
            "\\bq[1-4]\\b(?: (?:of )?20\\d{2})?",
            "\\b(?:first|second|third|fourth|last|erstes|erste[nm]?|zweite[nms]?|dritte[nms]?|vierte[nms]?|primer|segundo|tercer|cuarto) (?:quarter|half|quartal|halbjahr|trimestre|semestre)(?: (?:of |de )?20\\d{2})?",
            "\\b(?:next|this|coming|early|late|mid|nächste[nmrs]?|kommende[nmrs]?|diese[nmrs]?|próxim[oa]|este|esta) (?:week|month|quarter|year|spring|summer|autumn|fall|winter|woche|monat|quartal|jahr|frühjahr|frühling|sommer|herbst|semana|mes|trimestre|año|primavera|verano|otoño|invierno)(?: 20\\d{2})?",
            "\\b(?:el|la) (?:semana|mes|trimestre|año) que viene\\b",
            "\\b(?:in|within|en|dentro de) (?:\\d+|a few|a couple of|one|two|three|four|five|six|zwei|drei|vier|fünf|sechs|dos|tres|cuatro|cinco|seis)? ?(?:days|weeks|months|years|tagen|wochen|monaten|jahren|días|semanas|meses|años)\\b",
            "\\b(?:spring|summer|autumn|winter|frühjahr|sommer|herbst|primavera|verano|otoño|invierno)(?: (?:of |de )?20\\d{2})\\b",
            "\\b(?:tomorrow|immediately|right away|straight away|asap|as soon as possible|morgen|sofort|so bald wie möglich|mañana|inmediatamente|lo antes posible|cuanto antes)\\b",
            "\\b20\\d{2}\\b");

    private Dates() {}

    /** @param value an ISO date, or the words as they were said */
    record Date(String value, int start, int end) {
        boolean isWhole() {
            return value.matches("\\d{4}-\\d{2}-\\d{2}");
        }
    }

    private static void months(String names) {
        var number = 1;
        for (var name : names.split(" ")) MONTHS.put(name, number++);
    }

    private static List<Pattern> patterns(String... written) {
        return Arrays.stream(written)
                .map(each -> Pattern.compile(each, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList();
    }

    /** The first that is whole, otherwise the first that is not. */
    static Optional<Date> in(String sentence) {
        for (var pattern : WHOLE) {
            var matcher = pattern.matcher(sentence);
            while (matcher.find()) {
                var date = date(matcher);
                if (date.isPresent())
                    return Optional.of(new Date(date.get().toString(), matcher.start(), matcher.end()));
            }
        }
        return ROUGH.stream()
                .map(pattern -> pattern.matcher(sentence))
                .filter(Dates::findsMoreThanAModalVerb)
                .findFirst()
                .map(matcher -> new Date(matcher.group().strip(), matcher.start(), matcher.end()));
    }

    static boolean beginsWithMonth(String text) {
        return BEGINS_WITH_MONTH.matcher(text).lookingAt();
    }

    private static boolean findsMoreThanAModalVerb(Matcher matcher) {
        while (matcher.find()) if (!matcher.group().strip().equals("may")) return true;
        return false;
    }

    private static Optional<LocalDate> date(Matcher matcher) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group("year")), month(matcher), Integer.parseInt(matcher.group("day"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int month(Matcher matcher) {
        return matcher.namedGroups().containsKey("number")
                ? Integer.parseInt(matcher.group("number"))
                : MONTHS.getOrDefault(matcher.group("month").toLowerCase(Locale.ROOT), 0);
    }
}
