package dev.parley.infra.zones;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The table of all names, each with the one that is canonical. */
final class ZoneNames {
    private ZoneNames() {}

    static Map<String, String> read(byte[] table) throws UnusableRules {
        try {
            var in = new ZoneInput(table);
            var names = new String[in.unsignedShort()];
            for (var i = 0; i < names.length; i++) names[i] = in.name();
            var count = in.unsignedShort();
            var canonical = new HashMap<String, String>();
            for (var i = 0; i < count; i++) canonical.put(pick(names, in), pick(names, in));
            in.mustBeAtItsEnd();
            return canonical;
        } catch (IOException e) {
            throw new UnusableRules("its table of names ends too early");
        }
    }

    private static String pick(String[] names, ZoneInput in) throws IOException, UnusableRules {
        var index = in.unsignedShort();
        if (index >= names.length) throw new UnusableRules("its table of names uses " + index + " of " + names.length);
        return names[index];
    }
}
