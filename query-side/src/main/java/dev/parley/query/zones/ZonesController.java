package dev.parley.query.zones;

import static dev.parley.api.ShapeRefusal.MISSING;
import static dev.parley.api.ShapeRefusal.RANGE_TOO_LONG;

import dev.parley.api.Refused;
import dev.parley.api.Regions;
import dev.parley.api.Shape;
import dev.parley.query.Asked;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same for everybody, and the same until the rules change: so the release of the rules is the ETag. */
@RestController
@RequestMapping("/api/v1/zones")
final class ZonesController {
    private static final Duration LONGEST = Duration.ofDays(3_700);

    @GetMapping
    ResponseEntity<Zones> zones() {
        var regions = Regions.inForce();
        return underTheseRules(new Zones(regions.tzdb(), regions.ids()));
    }

    @GetMapping("/offsets")
    ResponseEntity<ZoneOffsets> offsets(
            @RequestParam Optional<String> zone,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to) {
        var region = Shape.zone("zone", zone.orElse(null));
        var first = Asked.from(from, ZoneOffset.UTC).orElseThrow(() -> new Refused(MISSING, "from"));
        var last = Asked.to(to, ZoneOffset.UTC).orElseThrow(() -> new Refused(MISSING, "to"));
        Asked.inOrder(first, last);
        if (Duration.between(first, last).compareTo(LONGEST) > 0) throw new Refused(RANGE_TOO_LONG, "to");
        return underTheseRules(ZoneOffsets.of(region, first, last));
    }

    private static <T> ResponseEntity<T> underTheseRules(T answer) {
        return ResponseEntity.ok().eTag(Regions.inForce().tzdb()).body(answer);
    }

    record Zones(String tzdb, List<String> zones) {}
}
