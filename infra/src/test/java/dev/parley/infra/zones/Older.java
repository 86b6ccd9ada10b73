package dev.parley.infra.zones;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Rules from before 2026, when clocks in Vancouver still went back in autumn. */
final class Older {
    private Older() {}

    static Tzdb rules() throws UnusableRules {
        try (var jar = Objects.requireNonNull(Older.class.getResourceAsStream("/tzdata/older.jar"))) {
            return Tzdb.read(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
