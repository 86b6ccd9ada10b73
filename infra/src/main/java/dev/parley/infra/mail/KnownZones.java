package dev.parley.infra.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import net.fortuna.ical4j.model.component.VTimeZone;

/** The zones of letters written lately: to find out what a zone does takes longer than to write the rest of a document. */
final class KnownZones {
    private static final int MOST = 500;

    private final Cache<Years, VTimeZone> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Under other rules it is another zone. */
    private record Years(ZoneId zone, ZoneRules rules, int first, int last) {}

    /** As {@link CompactZone#of}; nobody may change it. */
    VTimeZone of(ZoneId zone, Instant from, Instant to) {
        var years = new Years(zone, zone.getRules(), CompactZone.yearOf(from), CompactZone.yearOf(to));
        return known.get(years, _ -> CompactZone.of(zone, from, to));
    }
}
