package dev.parley.benchmarks;

import dev.parley.api.WireFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Figures with their unit in the name, and ratios named after the peer. */
public final class Result {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Map<String, Double> ratios = new LinkedHashMap<>();

    public Result figure(String name, double value) {
        figures.put(name, Math.round(value * 100) / 100.0);
        return this;
    }

    /** @param nanos a histogram of latencies in nanoseconds */
    public Result latencies(String prefix, Histogram nanos) {
        return figure(prefix + "_p50_ms", nanos.getValueAtPercentile(50) / 1e6)
                .figure(prefix + "_p99_ms", nanos.getValueAtPercentile(99) / 1e6);
    }

    /** Ours divided by the peer's. */
    public Result ratio(String peer, double value) {
        ratios.put(peer, Math.round(value * 1000) / 1000.0);
        return this;
    }

    public double figure(String name) {
        var value = figures.get(name);
        if (value == null) throw new IllegalArgumentException("no figure " + name);
        return value;
    }

    public void print(String benchmark) {
        figures.forEach((name, value) -> System.out.printf("%-36s %12.2f%n", name, value));
        ratios.forEach((peer, value) -> System.out.printf("ours / %-29s %12.3f%n", peer, value));
        var line = new LinkedHashMap<String, Object>();
        line.put("benchmark", benchmark);
        line.put("figures", figures);
        line.put("ratios", ratios);
        System.out.println(WireFormat.mapper().writeValueAsString(line));
    }
}
