package dev.parley.api;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The regions that share a wall clock, each under the one name that the tz database has for it today. Like the rules of
 * {@code java.time} themselves there is one set for the whole process, put in force at start.
 *
 * @param tzdb which release of the tz database the rules are of, for instance {@code 2026f}
 * @param names the present name of every name that ever was one, its own included
 */
public record Regions(String tzdb, Map<String, String> names) {
    private static final String UTC = "UTC";
    private static volatile Regions inForce = ofThisJava();

    public Regions {
        names = Map.copyOf(names);
    }

    public static Regions inForce() {
        return inForce;
    }

    public static void enact(Regions regions) {
        inForce = regions;
    }

    /** As long as nothing better is known: no name stands for another. */
    private static Regions ofThisJava() {
        var tzdb = ZoneRulesProvider.getVersions(UTC).lastEntry().getKey();
        var ids = ZoneRulesProvider.getAvailableZoneIds();
        return new Regions(tzdb, ids.stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    /** The region of this name, under its present one. */
    public Optional<ZoneId> named(String name) {
        return Optional.ofNullable(isRegion(name) ? names.get(name) : null)
                .map(present -> "Etc/UTC".equals(present) ? UTC : present)
                .filter(Regions::isRegion)
                .map(ZoneId::of);
    }

    /** All that are to be chosen from, in alphabetical order. */
    public List<String> ids() {
        return names.values().stream()
                .filter(Regions::isRegion)
                .filter(id -> !id.startsWith("Etc/"))
                .distinct()
                .sorted()
                .toList();
    }

    /** Names without a place have one offset for ever, or rules that nobody lives by. */
    private static boolean isRegion(String name) {
        var isPlace = name.indexOf('/') > 0 && !name.startsWith("SystemV/") && !name.startsWith("Etc/GMT");
        return isPlace || UTC.equals(name);
    }
}
