package dev.parley.infra.offline;

import dev.parley.infra.meaning.Meanings;
import dev.parley.infra.offline.Ears.Sentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of the options a sentence names: by name, by number, by place in the list, or by what it means. */
final class Options {
    private static final Pattern ALL = Pattern.compile(
            "\\b(?:all (?:of (?:them|it|those)|four|three|the above)|everything|every one|alle[sn]?|todos?|todas?)\\b");
    private static final Pattern EXCEPT =
            Pattern.compile("\\b(?:except|but not|apart from|außer|bis auf|menos|excepto|salvo)\\b");
    private static final Pattern NOT = Pattern.compile(
            "\\b(?:not|no longer|never|without|don't use|nicht|kein\\p{L}*|nie|ohne|no|ni|sin|instead of|rather than|statt)(?: \\p{L}+){0,2}\\s*$");
    private static final Pattern NONE =
            Pattern.compile("\\b(?:none|nothing|no crm|keins|keine[sn]?|nichts|ninguno|ninguna|nada)\\b");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\D+(\\d+)");
    private static final Pattern MORE = Pattern.compile("(?i)(?:more than|over|mehr als|über|más de) (\\d+)");
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile("\\b(?:the first|das erste|die erste|el primero|la primera)\\b"),
            Pattern.compile("\\b(?:the second|das zweite|die zweite|el segundo|la segunda)\\b"),
            Pattern.compile("\\b(?:the third|das dritte|die dritte|el tercero|la tercera)\\b"));
    private static final double ALIKE = 0.6;

    private final Optional<Meanings> meanings;

    Options(Optional<Meanings> meanings) {
        this.meanings = meanings;
    }

    record Named(List<String> options, double confidence) {}

    /** @param several whether more than one may be named */
    Optional<Named> in(Sentence sentence, List<String> options, boolean several) {
        var words = sentence.lower();
        var named = byName(words, options);
        var except = EXCEPT.matcher(words);
        if (several && ALL.matcher(words).find()) {
            if (!except.find()) return Optional.of(new Named(options, 0.9));
            var but = byName(words.substring(except.end()), options);
            if (!but.isEmpty())
                return Optional.of(new Named(
                        options.stream().filter(option -> !but.contains(option)).toList(), 0.85));
        }
        if (!named.isEmpty()) return Optional.of(several ? new Named(named, 0.95) : newest(words, named));
        if (NONE.matcher(words).find()) {
            var none = options.stream().filter(Options::meansNone).toList();
            if (!none.isEmpty()) return Optional.of(new Named(none, 0.9));
        }
        return byNumber(sentence, options).or(() -> byPlace(words, options)).or(() -> byMeaning(sentence, options));
    }

    /** Of several where one is wanted, whoever talks about the past names the present last. */
    private static Named newest(String words, List<String> named) {
        var last = named.stream()
                .max(Comparator.comparingInt(option -> words.lastIndexOf(option.toLowerCase(Locale.ROOT))))
                .orElseThrow();
        return new Named(List.of(last), named.size() == 1 ? 0.95 : 0.45);
    }

    private static List<String> byName(String words, List<String> options) {
        var named = new ArrayList<String>();
        for (var option : options) {
            var name = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(option.toLowerCase(Locale.ROOT)) + "(?![\\p{N}])");
            var matcher = name.matcher(words);
            if (matcher.find()
                    && !NOT.matcher(words.substring(0, matcher.start())).find()) named.add(option);
        }
        return named;
    }

    private static boolean meansNone(String option) {
        return NONE.matcher(option.toLowerCase(Locale.ROOT)).find();
    }

    private static Optional<Named> byNumber(Sentence sentence, List<String> options) {
        for (var amount : Amounts.in(sentence.text())) {
            var number = new BigDecimal(amount.value());
            for (var option : options) if (holds(option, number)) return Optional.of(new Named(List.of(option), 0.9));
        }
        return Optional.empty();
    }

    private static boolean holds(String option, BigDecimal number) {
        var more = MORE.matcher(option);
        if (more.find()) return number.compareTo(new BigDecimal(more.group(1))) > 0;
        var range = RANGE.matcher(option);
        return range.find()
                && number.compareTo(new BigDecimal(range.group(1))) >= 0
                && number.compareTo(new BigDecimal(range.group(2))) <= 0;
    }

    private static Optional<Named> byPlace(String words, List<String> options) {
        for (var i = 0; i < Math.min(PLACES.size(), options.size()); i++)
            if (PLACES.get(i).matcher(words).find()) return Optional.of(new Named(List.of(options.get(i)), 0.8));
        return Optional.empty();
    }

    private Optional<Named> byMeaning(Sentence sentence, List<String> options) {
        var best = Optional.<Named>empty();
        var most = ALIKE;
        for (var option : options) {
            var alike = meanings.map(
                            model -> model.alike(sentence.text(), option).orElse(0))
                    .orElse(0.0);
            if (alike < most) continue;
            most = alike;
            best = Optional.of(new Named(List.of(option), 0.45));
        }
        return best;
    }
}
