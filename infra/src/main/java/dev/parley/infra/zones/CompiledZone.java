package dev.parley.infra.zones;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** One zone as Joda-Time compiles it: all changes one by one, then what recurs every year for ever. */
final class CompiledZone {
    private static final int MOST_CHANGES = 5_000;

    private final List<ZoneOffsetTransition> ofStandard = new ArrayList<>();
    private final List<ZoneOffsetTransition> ofWall = new ArrayList<>();

    private CompiledZone() {}

    static ZoneRules rules(byte[] compiled) throws UnusableRules {
        try {
            var in = new ZoneInput(compiled);
            var rules = read(in);
            in.mustBeAtItsEnd();
            return rules;
        } catch (IOException e) {
            throw new UnusableRules("it ends too early");
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnusableRules(String.valueOf(e.getMessage()));
        }
    }

    private static ZoneRules read(ZoneInput in) throws IOException, UnusableRules {
        var form = in.unsignedByte();
        return switch (form) {
            case 'F' -> fixed(in);
            case 'C', 'P' -> new CompiledZone().changing(in);
            default -> throw new UnusableRules("it begins with " + form + ", which is no known form");
        };
    }

    private static ZoneRules fixed(ZoneInput in) throws IOException, UnusableRules {
        in.name();
        var wall = in.offset();
        in.offset();
        return ZoneRules.of(wall);
    }

    private ZoneRules changing(ZoneInput in) throws IOException, UnusableRules {
        var names = in.unsignedShort();
        for (var i = 0; i < names; i++) in.name();
        var count = in.count(MOST_CHANGES);
        if (count == 0 || in.seconds() != ZoneInput.EVER) throw new UnusableRules("it has no beginning");
        var firstWall = in.offset();
        var firstStandard = in.offset();
        skipName(in, names);
        changes(in, names, count - 1, firstWall, firstStandard);
        var recurring = in.flag() ? Recurring.read(in) : List.<ZoneOffsetTransitionRule>of();
        return ZoneRules.of(firstStandard, firstWall, ofStandard, ofWall, recurring);
    }

    private void changes(ZoneInput in, int names, int count, ZoneOffset firstWall, ZoneOffset firstStandard)
            throws IOException, UnusableRules {
        var wall = firstWall;
        var standard = firstStandard;
        var last = ZoneInput.EVER;
        for (var i = 0; i < count; i++) {
            var at = in.seconds();
            if (at <= last) throw new UnusableRules("its changes are not in the order of time");
            last = at;
            wall = change(ofWall, at, wall, in.offset());
            standard = change(ofStandard, at, standard, in.offset());
            skipName(in, names);
        }
    }

    /** Names change without their offsets too, which is nothing to us. */
    private static ZoneOffset change(List<ZoneOffsetTransition> to, long at, ZoneOffset before, ZoneOffset after) {
        var local = LocalDateTime.ofEpochSecond(at, 0, before);
        if (!before.equals(after)) to.add(ZoneOffsetTransition.of(local, before, after));
        return after;
    }

    private static void skipName(ZoneInput in, int names) throws IOException, UnusableRules {
        var name = names < 256 ? in.unsignedByte() : in.unsignedShort();
        if (name >= names) throw new UnusableRules("it uses name " + name + " of " + names);
    }
}
