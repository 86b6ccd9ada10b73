package dev.parley.infra.store.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The processor whose view is rebuilt, as the table of positions knows it. Whoever owns a segment there may move its position; a
 * node that has lost a segment finds out when it wants to commit, and rolls back.
 */
final class LiveView {
    private static final String OWNER = "rebuild";

    private final JdbcClient sql;
    private final Serializer serializer;
    private final String processor;

    LiveView(JdbcClient sql, Serializer serializer, String processor) {
        this.sql = sql;
        this.serializer = serializer;
        this.processor = processor;
    }

    /** Each segment's position; nothing before the processor's first start. */
    List<Long> positions() {
        return sql.sql("select token, token_type from processor_token where processor = ?")
                .param(processor)
                .query((row, _) -> position(row.getBytes(1), row.getString(2)))
                .list();
    }

    private long position(byte @Nullable [] token, String type) {
        if (token == null) return 0;
        TrackingToken read = serializer.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position().orElse(0);
    }

    /** Nobody else may take a segment before {@code until}, not even if this process dies. */
    void stop(Instant until) {
        sql.sql("update processor_token set owner = ?, claimed_at = ? where processor = ?")
                .params(OWNER, DateTimeUtils.formatInstant(until), processor)
                .update();
    }

    /** As it was, or at another position if somebody has moved it. */
    void goOn() {
        sql.sql("update processor_token set owner = null where processor = ? and owner = ?")
                .params(processor, OWNER)
                .update();
    }

    /** @param owner who may alter tables; the positions move in its transaction */
    void goOnAt(long position, JdbcClient owner) {
        var token = serializer.serialize(new GlobalSequenceTrackingToken(position), byte[].class);
        var segments = owner.sql("select count(*) from parley.processor_token where processor = ?")
                .param(processor)
                .query(Integer.class)
                .single();
        var moved = owner.sql("""
                update parley.processor_token set token = ?, token_type = ?, owner = null where processor = ? and owner = ?""")
                .params(token.getData(), token.getType().getName(), processor, OWNER)
                .update();
        if (moved != segments)
            throw new IllegalStateException(
                    "Another node has taken a segment of " + processor + " meanwhile. Nothing was changed.");
    }

    /** Everything up to the new position was handled, the set aside included. */
    void forgetLetters(JdbcClient owner) {
        owner.sql("delete from parley.dead_letter where processing_group = ?")
                .param(processor)
                .update();
    }

    static Instant in(Duration time, Clock clock) {
        return clock.instant().plus(time);
    }
}
