package dev.parley.infra.zones;

import java.util.List;
import java.util.Optional;

/**
 * The rules of time zones that are in force in this process.
 *
 * @param file in {@code PARLEY_HOME/tzdata}, if they are from there
 * @param shipped the version that Parley brings along
 * @param java the version that this Java brings along
 * @param unused why files that lie there are not used
 */
public record ZoneState(
        String tzdb, Source source, Optional<String> file, String shipped, String java, List<Unused> unused) {
    /** Whose rules they are. */
    public enum Source {
        SHIPPED,
        DROPPED_IN,
        JAVA
    }

    public record Unused(String file, String reason) {}
}
