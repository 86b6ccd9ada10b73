package dev.parley.benchmarks.promises;

/** Something that the product promises, a way to try it, and a way to break it that the try must notice. */
interface Promise {
    /** As in the scorecard, for instance {@code P1}. */
    String id();

    String words();

    /** What the sabotaged run does to break the promise. */
    String sabotage();

    /** Tries it; bounded in time. With sabotage it must come out broken. */
    Verdict attempt(Trial trial) throws Exception;
}
