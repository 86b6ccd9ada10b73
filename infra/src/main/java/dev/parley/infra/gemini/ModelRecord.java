package dev.parley.infra.gemini;

import java.time.Instant;

/** Where calls of the model are written down. */
public interface ModelRecord {

    void made(ModelCall call);

    /** In and out, of all calls since then, whoever made them. */
    long tokensSince(Instant since);
}
