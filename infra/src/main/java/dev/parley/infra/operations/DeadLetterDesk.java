package dev.parley.infra.operations;

import static dev.parley.infra.operations.OperationsRefusal.DEAD_LETTERS_UNKNOWN;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.infra.store.processing.Retries;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was set aside: shown without what the events say, tried again, or left out for good. */
final class DeadLetterDesk {
    private static final Logger AUDIT = LoggerFactory.getLogger("dev.parley.audit");

    private final JdbcClient sql;
    private final Retries retries;

    DeadLetterDesk(JdbcClient sql, Retries retries) {
        this.sql = sql;
        this.retries = retries;
    }

    /**
     * One event that waits.
     *
     * @param cause the failure by name; what it said may quote a person's data, and is in the table and in the log only
     */
    record Line(
            String id,
            String processor,
            String sequence,
            long index,
            String eventId,
            String eventType,
            Optional<String> stream,
            Optional<Long> position,
            Optional<String> cause,
            String enqueued,
            Optional<String> lastTried) {}

    /** @param next where to go on; empty at the end */
    record Page(List<Line> letters, Optional<String> next) {}

    record Retried(boolean done, long left) {}

    Page page(Optional<String> processor, Optional<String> after, int limit) {
        var lines = sql.sql("""
                select d.letter_id, d.processing_group, d.sequence_id, d.sequence_index, d.event_id, d.event_type, d.stream,
                       (select l.position from event_log l where l.stream = d.stream and l.sequence = d.sequence) as position,
                       d.cause_type, d.enqueued_at, d.last_touched
                from dead_letter d
                where (cast(:processor as text) is null or d.processing_group = :processor)
                  and (cast(:after as text) is null or d.letter_id > :after)
                order by d.letter_id limit :limit""")
                .param("processor", processor.orElse(null))
                .param("after", after.orElse(null))
                .param("limit", limit + 1)
                .query((row, _) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        Optional.ofNullable(row.getString(7)),
                        Optional.ofNullable(row.getObject(8, Long.class)),
                        Optional.ofNullable(row.getString(9)),
                        row.getString(10),
                        Optional.ofNullable(row.getString(11))))
                .list();
        if (lines.size() <= limit) return new Page(lines, Optional.empty());
        return new Page(
                List.copyOf(lines.subList(0, limit)),
                Optional.of(lines.get(limit - 1).id()));
    }

    Retried retry(String processor, String sequence) {
        var done = retries.retry(processor, first(processor, sequence));
        return new Retried(done, left(processor, sequence));
    }

    /** For good: the view or saga will never hear of these events, unless the view is rebuilt. */
    void leaveOut(String processor, String sequence, String reason, Actor by) {
        first(processor, sequence);
        var events = sql.sql(
                        "delete from dead_letter where processing_group = ? and sequence_id = ? returning event_id")
                .params(processor, sequence)
                .query(String.class)
                .list();
        AUDIT.warn(
                "{} of tenant {} had {} leave out events {} of sequence {}: {}",
                by.id(),
                by.tenant(),
                processor,
                events,
                sequence,
                reason.replaceAll("\\s+", " "));
    }

    private String first(String processor, String sequence) {
        return sql.sql("""
                select event_id from dead_letter where processing_group = ? and sequence_id = ? order by sequence_index limit 1""")
                .params(processor, sequence)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused(DEAD_LETTERS_UNKNOWN));
    }

    private long left(String processor, String sequence) {
        return sql.sql("select count(*) from dead_letter where processing_group = ? and sequence_id = ?")
                .params(processor, sequence)
                .query(Long.class)
                .single();
    }
}
