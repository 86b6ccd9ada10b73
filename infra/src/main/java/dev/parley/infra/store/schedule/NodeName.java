package dev.parley.infra.store.schedule;

import com.github.kagkarlsson.scheduler.SchedulerName;
import java.util.UUID;

/** Tells schedulers apart that run on one machine; db-scheduler's default is the machine's name alone. */
final class NodeName implements SchedulerName {
    private final String name =
            new Hostname().getName() + "-" + UUID.randomUUID().toString().substring(0, 8);

    @Override
    public String getName() {
        return name;
    }
}
