package dev.parley.api;

/**
 * Metadata keys. The first group stands on every stored event and is filled by the bus, never by a handler; the second
 * travels with command messages only.
 */
public final class Envelope {
    public static final String TENANT_ID = "tenantId";
    public static final String ACTOR_ID = "actorId";
    public static final String ACTOR_NAME = "actorName";
    public static final String ACTOR_TYPE = "actorType";
    /** A UUID: made of the client's idempotency key, or the command message's own id. */
    public static final String COMMAND_ID = "commandId";

    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";
    public static final String APP_VERSION = "appVersion";
    /** Where the client gave its request a key: what the request said, so that the key cannot come to mean something else. */
    public static final String REQUEST_HASH = "requestHash";

    /** On a command: the stream version that the client saw ({@code If-Match}); absent where it does not care. */
    public static final String EXPECTED_VERSION = "expectedVersion";
    /** On a command's result: the log position after it, which becomes {@code X-Parley-Position}. */
    public static final String POSITION = "position";

    private Envelope() {}
}
