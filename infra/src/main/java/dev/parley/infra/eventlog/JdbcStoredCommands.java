package dev.parley.infra.eventlog;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the log itself: the unique key that forbids a second time also finds the first. */
final class JdbcStoredCommands implements StoredCommands {
    private static final String FIND = """
            select max(position) over (), stream, sequence, max(sequence) over (partition by stream), metadata
            from parley.event_log where tenant_id = ? and command_id = ? order by command_index limit 1""";

    private final JdbcTemplate database;
    private final Serializer serializer;

    JdbcStoredCommands(DataSource dataSource, Serializer serializer) {
        this.database = new JdbcTemplate(dataSource);
        this.serializer = serializer;
    }

    @Override
    public Optional<StoredCommand> find(UUID tenant, UUID commandId) {
        return database
                .query(
                        FIND,
                        (row, _) -> new StoredCommand(
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getLong(4),
                                metadata(row.getBytes(5))),
                        tenant,
                        commandId)
                .stream()
                .findFirst();
    }

    private MetaData metadata(byte[] json) {
        return serializer.deserialize(new SerializedMetaData<>(json, byte[].class));
    }
}
