package dev.parley.infra.operations;

import dev.parley.infra.eventlog.Appender;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the log is. Gaps are counted from where they were counted last, so that asking often costs little. */
final class LogHealth {
    private final JdbcClient sql;
    private final Appender appender;
    private long counted;
    private long gaps;

    LogHealth(JdbcClient sql, Appender appender) {
        this.sql = sql;
        this.appender = appender;
    }

    synchronized LogState state() {
        var head =
                sql.sql("select position from event_log_head").query(Long.class).single();
        var events = sql.sql("select count(*) from event_log where position > ? and position <= ?")
                .params(counted, head)
                .query(Long.class)
                .single();
        gaps += head - counted - events;
        counted = head;
        var queue = appender.status();
        return new LogState(head, gaps, queue.waiting(), queue.room(), queue.waitingBytes(), queue.commits());
    }
}
