package dev.parley.query;

import dev.parley.api.TenantId;
import reactor.core.publisher.Flux;

/** Tells every node which row of which view has changed. A hint carries no data; whoever cares reads the view again. */
public interface Hints {

    /** Called inside the unit of work that changes a view; told to everybody after its commit. */
    void changed(Hint hint);

    /**
     * All hints of all nodes from now on, in the same order on every node. It ends or fails where hints may have been lost, also
     * for a subscriber that is too slow: whoever follows it begins again and looks at everything afresh.
     */
    Flux<Hint> stream();

    /**
     * @param view for instance {@code agenda}, {@code meeting}, {@code lead}, {@code transcript}, {@code delivery}, {@code question-set}
     * @param key id of the thing
     * @param position in the log, so that browsers can resume and reconcile
     */
    record Hint(TenantId tenant, String view, String key, long position) {}
}
