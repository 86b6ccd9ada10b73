package dev.parley.infra.eventlog;

import dev.parley.api.Envelope;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A fact whose metadata names another tenant than its row. The log never stores one, so somebody has written to the table by
 * hand; whoever would believe the metadata would show one tenant's data to another.
 */
public final class TenantLie extends RuntimeException {
    private static final String TENANT_OF_ROW = "tenantOfRow";

    private TenantLie(EventMessage<?> event) {
        super("Event " + event.getIdentifier() + " stands in the rows of tenant "
                + event.getMetaData().get(TENANT_OF_ROW) + ", but says that it belongs to "
                + event.getMetaData().get(Envelope.TENANT_ID));
    }

    static TrackedEventMessage<?> marked(TrackedEventMessage<?> message, LogRow row) {
        var tenant = row.tenantId().toString();
        if (tenant.equals(message.getMetaData().get(Envelope.TENANT_ID))) return message;
        // A tracked message stays one; the framework only does not say so.
        return (TrackedEventMessage<?>) message.andMetaData(Map.of(TENANT_OF_ROW, tenant));
    }

    public static boolean isIn(EventMessage<?> event) {
        return event.getMetaData().containsKey(TENANT_OF_ROW);
    }

    public static void refuse(EventMessage<?> event) {
        if (isIn(event)) throw new TenantLie(event);
    }
}
