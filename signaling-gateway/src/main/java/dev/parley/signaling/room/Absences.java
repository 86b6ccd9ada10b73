package dev.parley.signaling.room;

import dev.parley.api.meeting.ParticipantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** What happens to people who are missing, unless they come back first. */
final class Absences {
    private final Timers timers;
    private final Map<ParticipantId, Disposable.Composite> missing = new HashMap<>();

    Absences(Timers timers) {
        this.timers = timers;
    }

    void begin(ParticipantId who, Duration after, Runnable then) {
        missing.computeIfAbsent(who, _ -> Disposables.composite()).add(timers.after(after, then));
    }

    void end(ParticipantId who) {
        var plans = missing.remove(who);
        if (plans != null) plans.dispose();
    }

    void endAll() {
        missing.values().forEach(Disposable::dispose);
        missing.clear();
    }

    boolean isMissing(ParticipantId who) {
        return missing.containsKey(who);
    }

    boolean areNone() {
        return missing.isEmpty();
    }
}
