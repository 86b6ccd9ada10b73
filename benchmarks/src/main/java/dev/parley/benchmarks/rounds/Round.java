package dev.parley.benchmarks.rounds;

import dev.parley.api.WireFormat;
import org.HdrHistogram.Histogram;

/**
 * What one peer did in one round.
 *
 * @param perSecond operations, or events where a peer reads
 * @param appMicros CPU of the peer's own process for each of them
 * @param databaseMicros CPU of the database server for each of them
 * @param foreign share of the machine used by others, in percent
 * @param heapMegabytes the most that was in use; 0 where nobody looked
 */
public record Round(
        String peer,
        int clients,
        double perSecond,
        double p50Millis,
        double p99Millis,
        double appMicros,
        double databaseMicros,
        double foreign,
        double heapMegabytes,
        long failures) {

    /** @param nanos latencies; may be empty */
    public static Round of(
            String peer, int clients, long done, double seconds, Histogram nanos, Cpu used, long failures) {
        var each = (double) Math.max(1, done);
        return new Round(
                peer,
                clients,
                done / seconds,
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                used.own() / each,
                used.database() / each,
                used.foreign(),
                0,
                failures);
    }

    public Round withHeap(double megabytes) {
        return new Round(
                peer,
                clients,
                perSecond,
                p50Millis,
                p99Millis,
                appMicros,
                databaseMicros,
                foreign,
                megabytes,
                failures);
    }

    public double cpuMicros() {
        return appMicros + databaseMicros;
    }

    public String written() {
        return WireFormat.mapper().writeValueAsString(this);
    }

    public static Round read(String line) {
        return WireFormat.mapper().readValue(line, Round.class);
    }
}
