package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.KnownSettings.Group;
import dev.parley.KnownSettings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} is written by this test (run it with {@code -Dparley.golden=write}) and checked by it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsCatalogueTest {
    private static final Path CATALOGUE = Path.of("../docs/settings.md");
    private static final Path OPERATIONS = Path.of("../docs/operations.md");
    private static final List<Group> groups = KnownSettings.all();

    /** Appointments, availability, booking pages and mail: what an operator is told of them must be all there is. */
    private static final List<String> TOLD_TO_OPERATORS = List.of(
            "parley.autojoin.",
            "parley.appointments.",
            "parley.booking-pages.",
            "parley.public-pages.",
            "parley.busy-feeds.",
            "parley.summary-mail.",
            "parley.mail.",
            "parley.zones.");

    /** Read before there is anything that could bind them, or by Spring itself. */
    private static final Set<String> READ_OTHERWISE =
            Set.of("SERVERPORT", "SERVERFORWARDHEADERSSTRATEGY", "PARLEYZONESSHIPPED", "PARLEYDEVELOPMENT");

    @Test
    void the_catalogue_names_every_setting_as_it_is() throws IOException {
        var catalogue = catalogue();
        if (System.getProperty("parley.golden", "").equals("write")) Files.writeString(CATALOGUE, catalogue);
        assertThat(Files.readString(CATALOGUE))
                .as("run once with -Dparley.golden=write")
                .isEqualTo(catalogue);
    }

    @Test
    void every_setting_says_what_it_is_for() {
        assertThat(groups.stream()
                        .flatMap(group -> group.settings().stream()
                                .filter(setting -> setting.meaning().isEmpty()
                                        && group.purpose().isEmpty())))
                .isEmpty();
    }

    @Test
    void operators_are_told_of_settings_that_there_are_and_of_all_about_appointments_and_mail() throws IOException {
        var known = settings().collect(Collectors.toMap(setting -> plain(setting.name()), Setting::usual));
        var told = new HashSet<String>();
        for (var row : rows()) told.addAll(namesIn(row, known));
        assertThat(settings()
                        .filter(setting -> TOLD_TO_OPERATORS.stream()
                                .anyMatch(prefix -> setting.name().startsWith(prefix)))
                        .map(setting -> plain(setting.name())))
                .isSubsetOf(told);
    }

    /** The settings that a row names; after the first, a name may be only its end. */
    private static List<String> namesIn(String row, Map<String, String> known) {
        var cells = row.split("(?<!\\\\)\\|");
        var usual = List.of(cells[2].strip().split(", "));
        var names = new ArrayList<String>();
        for (var word :
                Pattern.compile("`([A-Z_<>]+)`").matcher(cells[1]).results().toList())
            names.add(completed(word.group(1), names, known));
        for (var i = 0; i < names.size() && usual.size() == names.size(); i++) {
            var standard = known.getOrDefault(names.get(i), "");
            if (!standard.isEmpty() && usual.get(i).matches("[\\d.]+\\w*"))
                assertThat(usual.get(i)).as(row).isEqualTo(standard);
        }
        return names;
    }

    private static String completed(String word, List<String> before, Map<String, String> known) {
        if (!word.startsWith("_")) {
            var name = plain(word.replaceAll("_<.*", ""));
            assertThat(known.containsKey(name) || READ_OTHERWISE.contains(name))
                    .as(word)
                    .isTrue();
            return name;
        }
        var first = before.getFirst();
        return Stream.iterate(first.length(), length -> length > 0, length -> length - 1)
                .map(length -> first.substring(0, length) + plain(word))
                .filter(known::containsKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no setting " + word + " beside " + first));
    }

    private static Stream<Setting> settings() {
        return groups.stream().flatMap(group -> group.settings().stream());
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(OPERATIONS).stream()
                .filter(line -> line.startsWith("| `PARLEY_") || line.startsWith("| `SERVER_"))
                .toList();
    }

    private static String plain(String name) {
        return name.replaceAll("[._-]", "").toUpperCase(Locale.ROOT);
    }

    private static String catalogue() {
        var text = new StringBuilder("""
                # All settings

                Written by `SettingsCatalogueTest` from the records that read them; do not edit. Those that an operator meets are in
                [operations.md](operations.md). As an environment variable, `parley.autojoin.lead-grace` is `PARLEY_AUTOJOIN_LEADGRACE`.
                """);
        for (var group : groups) {
            text.append("\n## `").append(group.prefix()).append("`\n\n");
            if (!group.purpose().isEmpty()) text.append(group.purpose()).append("\n\n");
            text.append("| setting | default | |\n|---|---|---|\n");
            for (var setting : group.settings())
                text.append("| `%s` | %s | %s |%n"
                        .formatted(
                                setting.name().substring(group.prefix().length() + 1),
                                setting.usual(),
                                setting.meaning()));
        }
        return text.toString();
    }
}
