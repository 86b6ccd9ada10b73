package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegionsTest {
    private final Regions regions = new Regions(
            "2026f",
            Map.ofEntries(
                    Map.entry("America/New_York", "America/New_York"),
                    Map.entry("US/Eastern", "America/New_York"),
                    Map.entry("Asia/Kolkata", "Asia/Kolkata"),
                    Map.entry("Asia/Calcutta", "Asia/Kolkata"),
                    Map.entry("Europe/Kiev", "Europe/Kyiv"),
                    Map.entry("Etc/UTC", "Etc/UTC"),
                    Map.entry("Etc/Zulu", "Etc/UTC"),
                    Map.entry("UTC", "UTC"),
                    Map.entry("Etc/GMT-2", "Etc/GMT-2"),
                    Map.entry("Etc/Greenwich", "Etc/GMT"),
                    Map.entry("EST", "America/New_York"),
                    Map.entry("SystemV/AST4", "SystemV/AST4")));

    @ParameterizedTest
    @CsvSource({
        "America/New_York, America/New_York",
        "US/Eastern,       America/New_York",
        "Asia/Calcutta,    Asia/Kolkata",
        "Europe/Kiev,      Europe/Kyiv",
        "UTC,              UTC",
        "Etc/UTC,          UTC",
        "Etc/Zulu,         UTC"
    })
    void have_one_name_each(String name, String present) {
        assertThat(regions.named(name)).contains(ZoneId.of(present));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Etc/GMT-2", "Etc/Greenwich", "EST", "SystemV/AST4", "Mars/Phobos", "", "/"})
    void are_places(String name) {
        assertThat(regions.named(name)).isEmpty();
    }

    @Test
    void are_offered_under_their_present_names() {
        assertThat(regions.ids()).containsExactly("America/New_York", "Asia/Kolkata", "Europe/Kyiv", "UTC");
    }

    @Test
    void are_those_of_this_Java_until_others_are_in_force() {
        var before = Regions.inForce();
        assertThat(before.tzdb()).matches("20\\d\\d[a-z]");
        Regions.enact(regions);
        try {
            assertThat(Shape.zone("zone", "US/Eastern")).isEqualTo(ZoneId.of("America/New_York"));
            assertThatThrownBy(() -> Shape.zone("zone", "Europe/Berlin")).isInstanceOf(Refused.class);
        } finally {
            Regions.enact(before);
        }
        assertThat(Shape.zone("zone", "Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
}
