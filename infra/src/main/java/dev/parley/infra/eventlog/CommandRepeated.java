package dev.parley.infra.eventlog;

import java.util.UUID;

/** A command whose events are in the log already, under the same id: nothing was stored again, and the first answer stands. */
public final class CommandRepeated extends RuntimeException {
    private final UUID tenantId;
    private final UUID commandId;

    public CommandRepeated(UUID tenantId, UUID commandId) {
        super("The command " + commandId + " was carried out before", null, false, false);
        this.tenantId = tenantId;
        this.commandId = commandId;
    }

    public UUID tenantId() {
        return tenantId;
    }

    public UUID commandId() {
        return commandId;
    }
}
