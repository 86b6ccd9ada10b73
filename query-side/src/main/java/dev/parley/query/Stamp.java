package dev.parley.query;

import dev.parley.api.TenantId;
import dev.parley.query.Hints.Hint;
import java.time.Instant;

/**
 * Where and when a fact stands in the log, and whose it is. Handlers of projections take it beside the event.
 *
 * @param sequence in its own stream; what a view calls the thing's version
 * @param replayed whether the view is being rebuilt and has told of this fact before
 */
public record Stamp(TenantId tenant, Instant at, long sequence, long position, boolean replayed) {

    /** A view that is rebuilt tells nobody: what it says now, it has said before. */
    public void tell(Hints hints, String view, Object key) {
        if (!replayed) hints.changed(new Hint(tenant, view, key.toString(), position));
    }
}
