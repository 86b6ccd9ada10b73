package dev.parley.infra.zones;

import dev.parley.api.Regions;
import dev.parley.infra.zones.ZoneState.Source;
import dev.parley.infra.zones.ZoneState.Unused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the newest rules in force that can be had: those that Parley ships, those an operator dropped in, or Java's own. */
public final class ZoneRulesInForce {
    private static final String SHIPPED = "/tzdata/joda-time.jar";
    private static final int MOST_FILES = 20;
    private static final long LARGEST_FILE = 16 << 20;

    private ZoneRulesInForce() {}

    /**
     * @param home where operators drop newer archives, into {@code tzdata}
     * @param instead of the archive that Parley ships and of what Java has, for drills
     */
    public static ZoneState enact(Path home, Optional<Path> instead) {
        try {
            var shipped = instead.isPresent() ? Tzdb.read(instead.get()) : shipped();
            return enact(home, shipped, instead.isEmpty());
        } catch (UnusableRules e) {
            throw new IllegalStateException("The zone rules that Parley ships cannot be used: " + e.getMessage(), e);
        }
    }

    private static ZoneState enact(Path home, Tzdb shipped, boolean javaCounts) throws UnusableRules {
        var unused = new ArrayList<Unused>();
        var newest = shipped;
        var from = Optional.<String>empty();
        for (var file : droppedIn(home, unused)) {
            var name = file.getFileName().toString();
            try {
                newest = newerThan(newest, shipped, file);
                from.ifPresent(older -> unused.add(new Unused(older, "a newer one lies beside it")));
                from = Optional.of(name);
            } catch (UnusableRules e) {
                unused.add(new Unused(name, e.reason()));
            }
        }
        return putInForce(newest, from, shipped, javaCounts, unused);
    }

    private static Tzdb newerThan(Tzdb newest, Tzdb shipped, Path file) throws UnusableRules {
        var candidate = Tzdb.read(file);
        candidate.mustHaveAllOf(shipped);
        if (!candidate.version().isNewerThan(newest.version()))
            throw new UnusableRules("it is " + candidate.version() + ", not newer than " + newest.version());
        return candidate;
    }

    private static ZoneState putInForce(
            Tzdb newest, Optional<String> file, Tzdb shipped, boolean javaCounts, List<Unused> unused) {
        var java = ZoneTable.ofThisJava();
        if (!javaCounts || !java.isNewerThan(newest.version()))
            try {
                ZoneTable.replace(newest);
                Regions.enact(new Regions(newest.version().toString(), newest.canonical()));
                var source = file.isPresent() ? Source.DROPPED_IN : Source.SHIPPED;
                return state(newest.version(), source, file, shipped, unused);
            } catch (UnusableRules e) {
                unused.add(new Unused(file.orElse("as shipped"), e.reason()));
            }
        else file.ifPresent(name -> unused.add(new Unused(name, "Java itself has the newer " + java)));
        Regions.enact(new Regions(java.toString(), knownToJava(newest.canonical())));
        return state(java, Source.JAVA, Optional.empty(), shipped, unused);
    }

    private static Map<String, String> knownToJava(Map<String, String> canonical) {
        var known = ZoneRulesProvider.getAvailableZoneIds();
        return canonical.entrySet().stream()
                .filter(name -> known.contains(name.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ZoneState state(
            TzdbVersion tzdb, Source source, Optional<String> file, Tzdb shipped, List<Unused> unused) {
        var java = ZoneTable.ofThisJava().toString();
        return new ZoneState(tzdb.toString(), source, file, shipped.version().toString(), java, List.copyOf(unused));
    }

    private static List<Path> droppedIn(Path home, List<Unused> unused) {
        var folder = home.resolve("tzdata");
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            var jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
            return jars.stream().filter(file -> isBearable(file, unused)).toList();
        } catch (IOException e) {
            unused.add(new Unused("tzdata", "the folder cannot be read: " + e));
            return List.of();
        }
    }

    private static boolean isBearable(Path file, List<Unused> unused) {
        var bearable = Files.isRegularFile(file) && file.toFile().length() <= LARGEST_FILE;
        if (!bearable) unused.add(new Unused(file.getFileName().toString(), "it is no file of at most 16 MB"));
        return bearable;
    }

    static Tzdb shipped() throws UnusableRules {
        try (var jar = ZoneRulesInForce.class.getResourceAsStream(SHIPPED)) {
            if (jar == null) throw new UnusableRules(SHIPPED + " is missing in this build");
            return Tzdb.read(jar);
        } catch (IOException e) {
            throw new UnusableRules("it cannot be read: " + e);
        }
    }
}
