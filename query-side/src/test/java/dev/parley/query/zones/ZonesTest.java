package dev.parley.query.zones;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.Regions;
import dev.parley.api.WireFormat;
import dev.parley.query.zones.ZoneOffsets.Change;
import dev.parley.query.zones.ZonesController.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZonesTest {
    private final WebTestClient browser = WebTestClient.bindToController(new ZonesController())
            .httpMessageCodecs(
                    codecs -> codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(WireFormat.mapper())))
            .build();

    @Test
    void are_listed_once_each_without_those_that_are_no_place() {
        var zones = browser.get()
                .uri("/api/v1/zones")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Zones.class)
                .returnResult()
                .getResponseBody();
        assertThat(zones).isNotNull();
        assertThat(zones.tzdb()).isEqualTo(Regions.inForce().tzdb());
        assertThat(zones.zones())
                .contains("Europe/Berlin", "America/New_York", "UTC")
                .doesNotContain("EST5EDT", "CET", "GMT", "Etc/UTC")
                .noneMatch(id -> id.startsWith("SystemV/") || id.startsWith("Etc/"))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void are_not_sent_again_under_the_same_rules() {
        for (var path :
                List.of("/api/v1/zones", "/api/v1/zones/offsets?zone=Europe/Berlin&from=2026-01-01&to=2026-12-31"))
            browser.get()
                    .uri(path)
                    .header("If-None-Match", "\"" + Regions.inForce().tzdb() + "\"")
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        browser.get()
                .uri("/api/v1/zones")
                .header("If-None-Match", "\"1999a\"")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"" + Regions.inForce().tzdb() + "\"");
    }

    @Test
    void tell_when_clocks_change() {
        browser.get()
                .uri("/api/v1/zones/offsets?zone=America/New_York&from=2026-10-01&to=2026-12-01")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"tzdb":"%s","zone":"America/New_York","offset":"-04:00",
                         "changes":[{"at":"2026-11-01T06:00:00Z","before":"-04:00","after":"-05:00"}]}""".formatted(Regions.inForce().tzdb()));
    }

    @Test
    void tell_the_edges_of_the_range() {
        var change = Instant.parse("2026-10-25T01:00:00Z");
        var berlin = ZoneId.of("Europe/Berlin");
        assertThat(ZoneOffsets.of(berlin, change.minusSeconds(1), change).changes())
                .containsExactly(new Change(change, "+02:00", "+01:00"));
        assertThat(ZoneOffsets.of(berlin, change, change.plusSeconds(1)))
                .isEqualTo(new ZoneOffsets(Regions.inForce().tzdb(), "Europe/Berlin", "+01:00", List.of()));
        assertThat(ZoneOffsets.of(ZoneId.of("UTC"), change, change.plusSeconds(1))
                        .offset())
                .isEqualTo("+00:00");
    }
}
