package dev.parley.saga.analysis;

import dev.parley.api.analysis.Reading;

/** Reads moods and buying signals out of words. */
public interface Analyst {

    /** Answers within milliseconds and touches nothing outside: it is asked for every stretch of words of every lead. */
    Reading read(String text);
}
