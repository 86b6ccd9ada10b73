package dev.parley.benchmarks.append;

import dev.parley.api.StoredEvents;
import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import dev.parley.benchmarks.rounds.ClosedLoop;
import dev.parley.benchmarks.rounds.Orders;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A limit: nothing but a queue and one connection that inserts what waits. No bus, no aggregate, no decision, no hash. */
public final class BareGroup {
    static final String TABLE = """
            create table if not exists bare_event (
                position bigint generated always as identity primary key, event_id uuid not null, stream text not null,
                sequence bigint not null, type text not null, payload bytea not null, metadata bytea not null,
                recorded_at timestamptz not null default now(), unique (stream, sequence), unique (event_id))""";

    private static final String INSERT = """
            insert into bare_event (event_id, stream, sequence, type, payload, metadata)
            select * from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::bytea[], ?::bytea[])""";

    private static final int TOGETHER = 512;
    private static final String TYPE = StoredEvents.nameOf(Story.recorded(
                    new MeetingId(
                            TenantId.of("00000000-0000-0000-0000-000000000000").value()),
                    0)
            .getClass());

    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();

    private BareGroup() {}

    private record Append(
            UUID id, String stream, long sequence, byte[] payload, byte[] metadata, CompletableFuture<?> stored) {}

    public static void serve(String url, long postmaster) throws Exception {
        var group = new BareGroup();
        try (var connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute(TABLE);
            Thread.ofPlatform().daemon().start(() -> group.write(connection));
            Orders.serve((clients, warm, seconds) ->
                    ClosedLoop.run("group", postmaster, clients, warm, seconds, group::client));
        }
    }

    /** Its bytes are made once: this is about storing them. */
    private ClosedLoop.Client client() {
        var story = new Story();
        var payload = Story.json(Story.recorded(story.next(), 0));
        var metadata = Story.json(Story.envelope());
        var sequence = new long[1];
        return () -> {
            var meeting = story.next();
            sequence[0] = story.isNew() ? 0 : sequence[0] + 1;
            var append = new Append(
                    UUID.randomUUID(), meeting.toString(), sequence[0], payload, metadata, new CompletableFuture<>());
            waiting.add(append);
            return append.stored();
        };
    }

    private void write(Connection connection) {
        var batch = new ArrayList<Append>();
        try (var insert = connection.prepareStatement(INSERT)) {
            while (true) {
                batch.add(waiting.take());
                waiting.drainTo(batch, TOGETHER - 1);
                insert.setArray(1, array(connection, "uuid", batch, Append::id));
                insert.setArray(2, array(connection, "text", batch, Append::stream));
                insert.setArray(3, array(connection, "bigint", batch, Append::sequence));
                insert.setArray(4, array(connection, "text", batch, _ -> TYPE));
                insert.setArray(5, bytes(connection, batch, Append::payload));
                insert.setArray(6, bytes(connection, batch, Append::metadata));
                insert.executeUpdate();
                batch.forEach(append -> append.stored().complete(null));
                batch.clear();
            }
        } catch (SQLException e) {
            batch.forEach(append -> append.stored().completeExceptionally(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Array array(Connection connection, String type, List<Append> batch, Function<Append, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, batch.stream().map(column).toArray());
    }

    private static Array bytes(Connection connection, List<Append> batch, Function<Append, byte[]> column)
            throws SQLException {
        return connection.createArrayOf("bytea", batch.stream().map(column).toArray(byte[][]::new));
    }
}
