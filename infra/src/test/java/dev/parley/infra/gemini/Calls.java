package dev.parley.infra.gemini;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was called. */
final class Calls implements ModelRecord {
    final List<ModelCall> made = new ArrayList<>();

    @Override
    public void made(ModelCall call) {
        made.add(call);
    }

    @Override
    public long tokensSince(Instant since) {
        return 0;
    }
}
