package dev.parley.infra.zones;

import dev.parley.api.Regions;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rewrites a calendar document of a program that has its own names for time zones (RFC 5545 §3.2.19 leaves them free), so that
 * all of them are ours. A name that nobody knows and the document does not define is refused: guessed, it would put a meeting
 * at a wrong hour, and nobody would see it.
 */
public final class ForeignZones {
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final Pattern PARAMETER = Pattern.compile("(?i);TZID=(\"[^\"]*\"|[^;:\"]*)");
    private static final Pattern DEFINITION = Pattern.compile("(?i)TZID(?:;[^:]*)?:(.*)");

    private final Set<String> defined = new HashSet<>();

    private ForeignZones() {}

    /** A time zone that cannot be told. */
    public static final class UnknownZone extends Exception {
        UnknownZone() {
            super("a time zone that nobody here knows", null, false, false);
        }
    }

    public static String toOurs(String document) throws UnknownZone {
        var unfolded = FOLD.matcher(document).replaceAll("");
        var zones = new ForeignZones();
        unfolded.lines().forEach(zones::define);
        var ours = new StringBuilder(unfolded.length());
        for (var line : unfolded.lines().toList())
            ours.append(zones.rewritten(line)).append("\r\n");
        return ours.toString();
    }

    private void define(String line) {
        var definition = DEFINITION.matcher(line);
        if (definition.matches()) defined.add(definition.group(1).strip());
    }

    private String rewritten(String line) throws UnknownZone {
        var end = endOfParameters(line);
        var parameter = PARAMETER.matcher(line).region(0, end);
        if (!parameter.find()) return line;
        var name = parameter.group(1).replace("\"", "").strip();
        var ours = known(name);
        if (ours.isEmpty() && !defined.contains(name)) throw new UnknownZone();
        if (ours.isEmpty()) return line;
        return line.substring(0, parameter.start()) + ";TZID=" + ours.get().getId() + line.substring(parameter.end());
    }

    /** Where the value begins; a colon within quotes is none. */
    private static int endOfParameters(String line) {
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') quoted = !quoted;
            if (line.charAt(i) == ':' && !quoted) return i;
        }
        return line.length();
    }

    private static Optional<ZoneId> known(String name) {
        return Regions.inForce().named(name).or(() -> WindowsZones.named(name)).or(() -> withoutPrefix(name));
    }

    /** Some programs put their own name before ours: {@code /example.org/20250101_1/Europe/Berlin}. */
    private static Optional<ZoneId> withoutPrefix(String name) {
        if (!name.startsWith("/")) return Optional.empty();
        for (var at = name.indexOf('/', 1); at > 0; at = name.indexOf('/', at + 1)) {
            var region = Regions.inForce().named(name.substring(at + 1));
            if (region.isPresent()) return region;
        }
        return Optional.empty();
    }
}
