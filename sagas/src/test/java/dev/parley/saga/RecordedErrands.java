package dev.parley.saga;

import java.util.ArrayList;
import java.util.List;

/** Writes errands down and sends nobody; a test carries them out itself. */
public final class RecordedErrands implements Errands {
    private final List<Errand> sent = new ArrayList<>();

    @Override
    public void send(Errand errand) {
        sent.add(errand);
    }

    public List<Errand> sent() {
        return sent;
    }
}
