package dev.parley.command.floor;

import static dev.parley.api.floor.FloorRefusal.FLOOR_IS_LONG;
import static dev.parley.api.floor.FloorRefusal.FLOOR_UNKNOWN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.floor.FloorCommand.KeepFloor;
import dev.parley.api.floor.FloorEvent.FloorKept;
import dev.parley.api.floor.FloorId;
import dev.parley.command.CommandSide;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** What one meeting's floor was decided by, part by part. */
@Aggregate(commandTargetResolver = CommandSide.TARGETS, cache = CommandSide.MEMORY)
class Floor {
    /** More than eight hours of them. */
    private static final int MOST_PARTS = 1_000;

    @AggregateIdentifier
    private FloorId floorId;

    private TenantId tenant;
    private int kept;
    private final Map<Instant, Integer> newest = new HashMap<>();

    Floor() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Long handle(KeepFloor command) {
        if (tenant != null && !tenant.equals(command.by().tenant())) throw new Refused(FLOOR_UNKNOWN);
        if (command.part() <= newest.getOrDefault(command.begun(), 0)) return getVersion();
        if (kept >= MOST_PARTS) throw new Refused(FLOOR_IS_LONG);
        apply(new FloorKept(
                command.floorId(),
                command.meetingId(),
                command.by().tenant(),
                command.begun(),
                command.part(),
                command.lines()));
        return getVersion();
    }

    @EventSourcingHandler
    void on(FloorKept part) {
        floorId = part.floorId();
        tenant = part.tenant();
        kept++;
        newest.put(part.begun(), part.part());
    }
}
