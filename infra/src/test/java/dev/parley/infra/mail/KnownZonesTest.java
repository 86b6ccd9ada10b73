package dev.parley.infra.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownZonesTest {
    private static final Instant IN_2026 = Instant.parse("2026-12-01T08:00:00Z");
    private static final Instant IN_2029 = Instant.parse("2029-12-01T08:00:00Z");

    private final KnownZones zones = new KnownZones();

    /** In Morocco clocks change on other days every year. */
    @Test
    void tells_of_each_zone_and_each_span_of_years_what_would_be_found_out_anew() {
        for (var region : List.of("Africa/Casablanca", "Europe/Berlin"))
            for (var again = 0; again < 2; again++) {
                tells(region, IN_2026, IN_2026);
                tells(region, IN_2029, IN_2029);
                tells(region, IN_2026, IN_2029);
            }
    }

    @Test
    void finds_it_out_once() {
        var berlin = ZoneId.of("Europe/Berlin");
        assertThat(zones.of(berlin, IN_2026, IN_2026)).isSameAs(zones.of(berlin, IN_2026.plusSeconds(60), IN_2026));
    }

    private void tells(String region, Instant from, Instant to) {
        var zone = ZoneId.of(region);
        assertThat(zones.of(zone, from, to))
                .hasToString(CompactZone.of(zone, from, to).toString());
    }
}
