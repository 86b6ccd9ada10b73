package dev.parley.signaling.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * How many frames have come and gone, for each type that there is. Whatever clients send, there are only so many counts: types that
 * nobody knows share one, and so does what is no frame at all.
 */
public final class FrameCounts implements FrameTraffic {
    private final Map<Class<?>, LongAdder> in = countsOf(ClientFrame.class);
    private final Map<Class<?>, LongAdder> out = countsOf(ServerFrame.class);
    private final LongAdder unknown = new LongAdder();
    private final LongAdder refused = new LongAdder();

    public void in(Inbound inbound) {
        switch (inbound) {
            case Inbound.Said said -> add(in, said.frame().getClass(), 1);
            case Inbound.Unknown _ -> unknown.increment();
            case Inbound.Refused _, Inbound.Garbage _ -> refused.increment();
        }
    }

    /** @param people who get it */
    public void out(ServerFrame frame, int people) {
        add(out, frame.getClass(), people);
    }

    @Override
    public List<Count> counts() {
        var all = new ArrayList<Count>();
        in.forEach((type, count) -> all.add(new Count("in", wireName(type), count::sum)));
        all.add(new Count("in", "unknown", unknown::sum));
        all.add(new Count("in", "refused", refused::sum));
        out.forEach((type, count) -> all.add(new Count("out", wireName(type), count::sum)));
        return List.copyOf(all);
    }

    private static void add(Map<Class<?>, LongAdder> counts, Class<?> type, int times) {
        var count = counts.get(type);
        if (count != null) count.add(times);
    }

    private static Map<Class<?>, LongAdder> countsOf(Class<?> frames) {
        var counts = new HashMap<Class<?>, LongAdder>();
        leaves(frames).forEach(type -> counts.put(type, new LongAdder()));
        return Map.copyOf(counts);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FrameCounts::leaves)
                : Stream.of(type);
    }

    private static String wireName(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
