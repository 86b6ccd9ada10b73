package dev.parley.infra.zones;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Java's table of who provides the rules of which zone. Java would take a whole other provider by the property
 * {@code java.time.zone.DefaultZoneRulesProvider}, but loads it with the system class loader, which does not see into an
 * executable jar, and the loader of such a jar uses time zones before anything of ours runs. So the entries are replaced
 * (ADR 0022); the manifest opens the package.
 */
final class ZoneTable {
    private static final TzdbVersion OF_THIS_JAVA =
            version(ZoneRulesProvider.getVersions("Europe/Berlin").lastEntry().getKey());

    private static final Map<String, ZoneRulesProvider> JAVAS_OWN = new HashMap<>();

    private ZoneTable() {}

    /** What this Java has itself. */
    static TzdbVersion ofThisJava() {
        return OF_THIS_JAVA;
    }

    /** From now on {@code java.time} computes with these rules; zones that exist as objects already keep theirs. */
    static synchronized void replace(Tzdb tzdb) throws UnusableRules {
        var provider = new Provider(tzdb);
        var zones = zones();
        if (JAVAS_OWN.isEmpty()) JAVAS_OWN.putAll(zones);
        tzdb.rules().keySet().forEach(id -> zones.put(id, provider));
        ids().setVolatile(Set.copyOf(zones.keySet()));
    }

    static synchronized void restore() throws UnusableRules {
        if (JAVAS_OWN.isEmpty()) return;
        var zones = zones();
        zones.putAll(JAVAS_OWN);
        zones.values()
                .removeIf(Provider.class::isInstance); // Others, ical4j for one, have put in zones of their own since.
        ids().setVolatile(Set.copyOf(zones.keySet()));
    }

    private static TzdbVersion version(String said) {
        return TzdbVersion.of(said)
                .orElseThrow(() -> new IllegalStateException("Java's own rules are of no known version: " + said));
    }

    @SuppressWarnings("unchecked")
    private static ConcurrentMap<String, ZoneRulesProvider> zones() throws UnusableRules {
        return (ConcurrentMap<String, ZoneRulesProvider>)
                field("ZONES", ConcurrentMap.class).get();
    }

    private static VarHandle ids() throws UnusableRules {
        return field("ZONE_IDS", Set.class);
    }

    private static VarHandle field(String name, Class<?> type) throws UnusableRules {
        try {
            var inside = MethodHandles.privateLookupIn(ZoneRulesProvider.class, MethodHandles.lookup());
            return inside.findStaticVarHandle(ZoneRulesProvider.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new UnusableRules(
                    "this Java does not let its rules be replaced; start it with --add-opens java.base/java.time.zone=ALL-UNNAMED");
        }
    }

    private static final class Provider extends ZoneRulesProvider {
        private final Tzdb tzdb;

        Provider(Tzdb tzdb) {
            this.tzdb = tzdb;
        }

        @Override
        protected Set<String> provideZoneIds() {
            return tzdb.rules().keySet();
        }

        @Override
        protected ZoneRules provideRules(String zoneId, boolean forCaching) {
            var rules = tzdb.rules().get(zoneId);
            if (rules == null) throw new ZoneRulesException("no rules for " + zoneId);
            return rules;
        }

        @Override
        protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
            return new TreeMap<>(Map.of(tzdb.version().toString(), provideRules(zoneId, false)));
        }
    }
}
