package dev.parley.benchmarks.rounds;

import java.io.IOException;

/** Something that is measured beside others. */
public interface Peer extends AutoCloseable {
    String name();

    /**
     * @param warm seconds before anything is counted
     * @param seconds that count
     */
    Round run(int clients, double warm, double seconds) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
