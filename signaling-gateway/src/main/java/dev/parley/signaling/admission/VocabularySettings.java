package dev.parley.signaling.admission;

import dev.parley.api.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Names that a speech recogniser would not expect, for browsers whose engine takes such hints.
 *
 * @param everybody for instance the name of the product
 * @param tenants more of them by the id of the tenant, with or without its dashes (an environment variable cannot have them)
 */
@ConfigurationProperties("parley.vocabulary")
public record VocabularySettings(
        @DefaultValue List<String> everybody, @DefaultValue Map<String, List<String>> tenants) {
    private static final int MOST = 100;
    private static final int LONGEST = 60;

    public VocabularySettings {
        everybody = names(everybody);
        tenants = tenants.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(entry -> plain(entry.getKey()), entry -> names(entry.getValue())));
    }

    List<String> of(TenantId tenant) {
        var own = tenants.getOrDefault(plain(tenant.toString()), List.of());
        return Stream.concat(everybody.stream(), own.stream()).distinct().toList();
    }

    private static List<String> names(List<String> names) {
        var stripped = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (stripped.size() > MOST)
            throw new IllegalArgumentException("parley.vocabulary holds at most " + MOST + " names in a list");
        if (stripped.stream().anyMatch(name -> name.length() > LONGEST))
            throw new IllegalArgumentException("a name in parley.vocabulary has at most " + LONGEST + " characters");
        return stripped;
    }

    private static String plain(String id) {
        return id.replace("-", "").toLowerCase(Locale.ROOT);
    }
}
