package dev.parley.infra.freshness;

import dev.parley.infra.freshness.LocalViews.View;
import dev.parley.infra.store.postgres.DedicatedConnections;
import dev.parley.infra.store.postgres.RepeatingSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * While somebody here waits for views that run elsewhere: looks at the table of positions and asks the other nodes. The table alone
 * is not enough, for a processor stores the position of events that are none of its business only every few seconds.
 */
final class FreshnessQuestions extends RepeatingSession {
    /** For what is only said, never stored: no flush. */
    static final Map<String, String> HINTS_ONLY = Map.of("options", "-c synchronous_commit=off");

    private static final String POSITIONS =
            "select processor, segment, token, token_type from parley.processor_token where processor = any(?)";
    private static final String SAY =
            "select pg_notify('" + FreshnessNews.CHANNEL + "', payload) from unnest(?) payload";

    private final DedicatedConnections connections;
    private final LocalViews local;
    private final Elsewhere elsewhere;
    private final Serializer serializer;
    private final String thisNode;
    private final NodesSettings settings;
    private final Semaphore wanted = new Semaphore(0);

    FreshnessQuestions(
            DedicatedConnections connections,
            LocalViews local,
            Elsewhere elsewhere,
            Serializer serializer,
            String thisNode,
            NodesSettings settings) {
        super("freshness-questions", settings.longestPause());
        this.connections = connections;
        this.local = local;
        this.elsewhere = elsewhere;
        this.serializer = serializer;
        this.thisNode = thisNode;
        this.settings = settings;
    }

    /** Never waits. */
    void ask() {
        if (wanted.availablePermits() == 0) wanted.release();
    }

    /** Has a connection only as long as there is something to ask now and then. */
    @Override
    protected void session() throws SQLException, InterruptedException {
        wanted.acquire();
        try (var connection = connections.open("freshness-questions", HINTS_ONLY)) {
            do {
                wanted.drainPermits();
                say(connection, List.of(FreshnessNews.ask(thisNode)));
                look(connection);
                succeeded(true);
                rest(settings.askEvery());
            } while (isRunning() && wanted.tryAcquire(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    static void say(Connection connection, List<String> payloads) throws SQLException {
        if (payloads.isEmpty()) return;
        try (var statement = connection.prepareStatement(SAY)) {
            statement.setArray(1, connection.createArrayOf("text", payloads.toArray()));
            statement.execute();
        }
    }

    private record Row(int segment, long position) {}

    private void look(Connection connection) throws SQLException {
        var spread = local.all().stream()
                .filter(view -> !view.isWhole())
                .map(View::name)
                .toList();
        var rows = new HashMap<String, List<Row>>();
        try (var statement = connection.prepareStatement(POSITIONS)) {
            statement.setArray(1, connection.createArrayOf("text", spread.toArray()));
            try (var row = statement.executeQuery()) {
                while (row.next())
                    rows.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(new Row(row.getInt(2), position(row.getBytes(3), row.getString(4))));
            }
        }
        rows.forEach((view, parts) -> elsewhere.stored(view, parts(view, parts)));
    }

    private static Map<Part, Long> parts(String view, List<Row> rows) {
        var positions = new HashMap<Integer, Long>();
        for (var row : rows) positions.put(row.segment(), row.position());
        var parts = new HashMap<Part, Long>();
        for (var part : Part.of(view, List.copyOf(positions.keySet())))
            parts.put(part, positions.getOrDefault(part.segment(), LocalViews.NOTHING));
        return parts;
    }

    private long position(byte @Nullable [] token, @Nullable String type) {
        if (token == null || type == null) return LocalViews.NOTHING;
        try {
            TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
            return read.position().orElse(LocalViews.NOTHING);
        } catch (SerializationException ofAnotherVersion) {
            return LocalViews.NOTHING; // whoever has the part can tell
        }
    }
}
