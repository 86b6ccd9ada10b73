package dev.parley.infra.eventlog;

import com.fasterxml.jackson.annotation.JsonAutoDetect;

/** Counts how often it was called. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class CountingSaga {
    private int calls;

    void called() {
        calls++;
    }

    int calls() {
        return calls;
    }
}
