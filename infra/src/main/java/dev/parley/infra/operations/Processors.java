package dev.parley.infra.operations;

import dev.parley.infra.operations.ProcessorState.Segment;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the table of positions where all processors of all nodes stand. What runs in memory only is not among them. */
final class Processors {
    private final JdbcClient sql;
    private final Serializer serializer;
    private final EventProcessingConfiguration processing;

    Processors(JdbcClient sql, Serializer serializer, EventProcessingConfiguration processing) {
        this.sql = sql;
        this.serializer = serializer;
        this.processing = processing;
    }

    private record Claim(String processor, Segment segment, boolean replaying) {}

    List<ProcessorState> all() {
        var head =
                sql.sql("select position from event_log_head").query(Long.class).single();
        var claims = sql.sql("select processor, segment, owner, token, token_type from processor_token order by 1, 2")
                .query((row, _) -> {
                    var token = token(row.getBytes(4), row.getString(5));
                    var segment = new Segment(
                            row.getInt(2),
                            Optional.ofNullable(row.getString(3)),
                            token.flatMap(Processors::position).orElse(0L));
                    return new Claim(
                            row.getString(1),
                            segment,
                            token.filter(ReplayToken::isReplay).isPresent());
                })
                .list();
        return claims.stream()
                .collect(Collectors.groupingBy(Claim::processor, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(entry -> !entry.getKey().startsWith("__"))
                .map(entry -> state(entry.getKey(), entry.getValue(), head))
                .toList();
    }

    private ProcessorState state(String name, List<Claim> claims, long head) {
        var position = claims.stream()
                .mapToLong(claim -> claim.segment().position())
                .min()
                .orElse(0);
        var lagSeconds = sql.sql("""
                select coalesce((select extract(epoch from now() - recorded_at) from event_log where position = ?), 0)""").param(position + 1).query(Double.class).single();
        var letters = sql.sql("""
                select count(*) as letters, count(distinct sequence_id) as sequences from dead_letter where processing_group = ?""")
                .param(name)
                .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        return new ProcessorState(
                name,
                claims.stream().map(Claim::segment).toList(),
                position,
                Math.max(0, head - position),
                Math.max(0, lagSeconds),
                letters[0],
                letters[1],
                claims.stream().anyMatch(Claim::replaying),
                errorHere(name));
    }

    private Optional<TrackingToken> token(byte @Nullable [] token, String type) {
        if (token == null) return Optional.empty();
        return Optional.of(serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null)));
    }

    private static Optional<Long> position(TrackingToken token) {
        var position = token.position();
        return position.isPresent() ? Optional.of(position.getAsLong()) : Optional.empty();
    }

    private Optional<String> errorHere(String name) {
        return processing
                .eventProcessor(name, StreamingEventProcessor.class)
                .flatMap(processor -> processor.processingStatus().values().stream()
                        .filter(EventTrackerStatus::isErrorState)
                        .map(status -> status.getError().getClass().getSimpleName())
                        .findFirst());
    }
}
