package dev.parley.infra.offline;

import dev.parley.api.analysis.BuyingSignal;
import dev.parley.api.analysis.BuyingSignal.Kind;
import dev.parley.api.analysis.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds buying signals by the words they are made of; one of a kind in each clause. */
final class SignalRules {
    private static final double BY_RULE = 0.7;
    private static final String HOLDS_ITS_OWN_NO = "!";

    private final List<Rule> rules;

    private record Rule(Kind kind, boolean canBeDenied, Pattern words) {}

    private SignalRules(List<Rule> rules) {
        this.rules = rules;
    }

    static SignalRules shipped() {
        return new SignalRules(RuleLines.of("/analysis/signals.tsv").stream()
                .map(line -> new Rule(
                        kind(line.name().replace(HOLDS_ITS_OWN_NO, "")),
                        !line.name().startsWith(HOLDS_ITS_OWN_NO),
                        RuleLines.alone(line.words())))
                .toList());
    }

    private static Kind kind(String name) {
        return Kind.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    List<BuyingSignal> in(String text) {
        var signals = new ArrayList<BuyingSignal>();
        for (var clause : Clause.in(text)) signals.addAll(in(clause).values());
        return signals.stream()
                .sorted(Comparator.comparingInt(BuyingSignal::from))
                .limit(Reading.SIGNALS)
                .toList();
    }

    private Map<Kind, BuyingSignal> in(Clause clause) {
        var signals = new EnumMap<Kind, BuyingSignal>(Kind.class);
        for (var rule : rules)
            if (!signals.containsKey(rule.kind()))
                found(rule, clause).ifPresent(signal -> signals.put(rule.kind(), signal));
        return signals;
    }

    private static Optional<BuyingSignal> found(Rule rule, Clause clause) {
        var words = rule.words().matcher(clause.text()).region(clause.from(), clause.to());
        words.useTransparentBounds(true);
        if (!words.find()) return Optional.empty();
        var denied = rule.canBeDenied() && clause.isDenied();
        return Optional.of(new BuyingSignal(rule.kind(), words.start(), words.end(), words.group(), denied, BY_RULE));
    }
}
