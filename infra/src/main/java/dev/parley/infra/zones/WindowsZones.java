package dev.parley.infra.zones;

import dev.parley.api.Regions;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which region is meant by the names that Windows, and with it Outlook and Exchange, gives to time zones: the key
 * ({@code Eastern Standard Time}), or what people read on the screen ({@code (UTC+01:00) Amsterdam, Berlin, …}).
 */
final class WindowsZones {
    /** Standard offsets seldom change; the names on the screen are of these years. */
    private static final Instant NOWADAYS = Instant.parse("2026-01-01T00:00:00Z");

    private static final Map<String, String> KEYS = read("/zones/windows.properties");
    private static final Pattern SHOWN = Pattern.compile("\\((?:UTC|GMT)(?:([+-]\\d\\d):?(\\d\\d))?\\)\\s*(.{1,200})");
    private static final Pattern BELT = Pattern.compile("(\\p{L}+) Time \\(.{1,40}\\)");

    private WindowsZones() {}

    static Optional<ZoneId> named(String name) {
        return key(name).or(() -> shown(name));
    }

    private static Optional<ZoneId> key(String name) {
        return Optional.ofNullable(KEYS.get(name.toLowerCase(Locale.ROOT))).flatMap(WindowsZones::region);
    }

    /** By the first of its cities that gives its name to a region with that offset; the belts of America go by keys. */
    private static Optional<ZoneId> shown(String name) {
        var parts = SHOWN.matcher(name);
        if (!parts.matches()) return Optional.empty();
        var belt = BELT.matcher(parts.group(3));
        if (belt.matches()) return key(belt.group(1) + " Standard Time");
        var offset = parts.group(1) == null ? ZoneOffset.UTC : offset(parts.group(1), parts.group(2));
        return Stream.of(parts.group(3).split(","))
                .map(city -> "/" + city.strip().replace(' ', '_'))
                .flatMap(city -> Regions.inForce().ids().stream().filter(id -> id.endsWith(city)))
                .map(ZoneId::of)
                .filter(zone -> zone.getRules().getStandardOffset(NOWADAYS).equals(offset))
                .findFirst();
    }

    private static ZoneOffset offset(String hours, String minutes) {
        var sign = hours.startsWith("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(Integer.parseInt(hours), sign * Integer.parseInt(minutes));
    }

    private static Optional<ZoneId> region(String id) {
        return Regions.inForce().named(id).or(() -> Optional.of(ZoneId.of(id)));
    }

    private static Map<String, String> read(String path) {
        var properties = new Properties();
        try (var file = Objects.requireNonNull(WindowsZones.class.getResourceAsStream(path), path)) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), properties::getProperty));
    }
}
