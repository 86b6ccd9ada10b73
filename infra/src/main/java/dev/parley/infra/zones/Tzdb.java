package dev.parley.infra.zones;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.zip.ZipInputStream;

/**
 * A release of the tz database, compiled: the jar of Joda-Time, read as data. No class of it is ever loaded.
 *
 * @param canonical the name to keep, by every name of a region
 * @param rules by every name of a region
 */
record Tzdb(TzdbVersion version, Map<String, String> canonical, Map<String, ZoneRules> rules) {
    private static final String DATA = "org/joda/time/tz/data/";
    private static final String NAMES = "ZoneInfoMap";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String VERSION = "Time-Zone-Database-Version";
    private static final int MOST_FILES = 5_000;
    private static final int LARGEST_FILE = 1 << 20;

    static Tzdb read(Path jar) throws UnusableRules {
        try (var in = Files.newInputStream(jar)) {
            return read(in);
        } catch (IOException e) {
            throw new UnusableRules("it cannot be read: " + e);
        }
    }

    static Tzdb read(InputStream jar) throws UnusableRules {
        var files = files(jar);
        var version = version(files);
        var canonical = ZoneNames.read(file(files, DATA + NAMES));
        var compiled = new HashMap<String, ZoneRules>();
        for (var id : canonical.values()) compiled.put(id, rules(id, files));
        var rules = new TreeMap<String, ZoneRules>();
        canonical.forEach((name, id) -> rules.put(name, compiled.get(id)));
        return new Tzdb(version, Map.copyOf(canonical), Map.copyOf(rules));
    }

    /** Names never leave the tz database, and meetings may use each of them. */
    void mustHaveAllOf(Tzdb other) throws UnusableRules {
        for (var name : other.rules().keySet())
            if (!rules.containsKey(name)) throw new UnusableRules("it lacks " + name);
    }

    private static ZoneRules rules(String id, Map<String, byte[]> files) throws UnusableRules {
        try {
            return CompiledZone.rules(file(files, DATA + id));
        } catch (UnusableRules e) {
            throw new UnusableRules("its " + id + " is broken: " + e.getMessage());
        }
    }

    private static TzdbVersion version(Map<String, byte[]> files) throws UnusableRules {
        try {
            var manifest = new Manifest(new ByteArrayInputStream(file(files, MANIFEST)));
            var said = String.valueOf(manifest.getMainAttributes().getValue(VERSION));
            return TzdbVersion.of(said)
                    .orElseThrow(() -> new UnusableRules("its manifest names no version of the tz database"));
        } catch (IOException e) {
            throw new UnusableRules("its manifest cannot be read");
        }
    }

    private static byte[] file(Map<String, byte[]> files, String name) throws UnusableRules {
        var content = files.get(name);
        if (content == null) throw new UnusableRules("it has no " + name);
        return content;
    }

    private static Map<String, byte[]> files(InputStream jar) throws UnusableRules {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(jar)) {
            var count = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++count > MOST_FILES) throw new UnusableRules("it holds more than " + MOST_FILES + " files");
                if (isData(entry.getName())) files.put(entry.getName(), content(zip, entry.getName()));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableRules("it is no whole jar: " + e.getMessage());
        }
        if (files.isEmpty()) throw new UnusableRules("it is no jar of Joda-Time");
        return files;
    }

    private static boolean isData(String name) {
        return name.startsWith(DATA) && !name.endsWith("/") || name.equals(MANIFEST);
    }

    private static byte[] content(InputStream zip, String name) throws IOException, UnusableRules {
        var content = zip.readNBytes(LARGEST_FILE + 1);
        if (content.length > LARGEST_FILE) throw new UnusableRules("its " + name + " is too large");
        return content;
    }
}
