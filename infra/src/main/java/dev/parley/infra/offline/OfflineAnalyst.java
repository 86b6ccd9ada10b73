package dev.parley.infra.offline;

import dev.parley.api.analysis.Reading;
import dev.parley.saga.analysis.Analyst;

/** Reads by rules, in English, German and Spanish at once: a lead may change between them. */
public final class OfflineAnalyst implements Analyst {
    /** Raise it with every change of the rules: readings are told apart by it. */
    private static final String RULES = "rules-1";

    private final SignalRules signals = SignalRules.shipped();
    private final MoodWords moods = MoodWords.shipped();

    @Override
    public Reading read(String text) {
        return new Reading(moods.of(text), signals.in(text), RULES);
    }
}
