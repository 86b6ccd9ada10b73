package dev.parley.infra.gemini;

import java.util.List;

/**
 * What a model may be told, by its name. A new generation is one line here, an old one costs nothing.
 *
 * @param sampling whether it takes temperature and the like; since 3 they are deprecated and may be refused
 */
record ModelRules(String prefix, boolean sampling) {
    private static final List<ModelRules> KNOWN = List.of(
            new ModelRules("gemini-1", true), new ModelRules("gemini-2", true), new ModelRules("gemini-3", false));
    private static final ModelRules UNKNOWN = new ModelRules("", false);

    static ModelRules of(String model) {
        return KNOWN.stream()
                .filter(rules -> model.startsWith(rules.prefix()))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
