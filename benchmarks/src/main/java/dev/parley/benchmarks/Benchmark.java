package dev.parley.benchmarks;

/** One question about speed. */
public interface Benchmark {
    /** @param quick ends within a minute */
    Result run(boolean quick) throws Exception;
}
