package dev.parley.infra.store.rebuild;

import dev.parley.infra.eventlog.EventLog;
import dev.parley.infra.eventlog.LogReader;
import dev.parley.infra.eventlog.LogRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles the log, page by page, into the tables of a shadow. A page is split by the sequencing policy of the live processor, for
 * what may be handled in parallel there may be here; each part and its position are one transaction.
 */
final class Filling {
    /** Statements have timeouts of their own; this only bounds what nobody has thought of. */
    private static final Duration PAGE_WITHIN = Duration.ofMinutes(10);

    private final LogReader reader;
    private final EventLog log;
    private final Projections projections;
    private final SequencingPolicy<? super EventMessage<?>> policy;
    private final JdbcClient sql;
    private final TransactionTemplate atOnce;
    private final String schema;
    private final int segments;
    private long position;
    private long events;

    Filling(
            LogReader reader,
            EventLog log,
            Projections projections,
            SequencingPolicy<? super EventMessage<?>> policy,
            JdbcClient sql,
            TransactionTemplate atOnce,
            String schema,
            int segments) {
        this.reader = reader;
        this.log = log;
        this.projections = projections;
        this.policy = policy;
        this.sql = sql;
        this.atOnce = atOnce;
        this.schema = schema;
        this.segments = segments;
    }

    long position() {
        return position;
    }

    long events() {
        return events;
    }

    /** What the log holds of interest in one row. */
    private record Read(LogRow row, List<TrackedEventMessage<?>> messages) {}

    /** An event that cannot be read, or that a projection cannot handle, ends it: a view must not lack a fact silently. */
    void upTo(long last, LongConsumer progress) throws InterruptedException {
        if (last <= position) return;
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("rebuild-", 0).factory())) {
            events += reader.read(position, last, row -> new Read(row, log.messagesOf(row)), page -> {
                var tasks = new ArrayList<Future<?>>();
                for (var part : parts(page)) tasks.add(threads.submit(() -> handle(part)));
                for (var task : tasks) done(task);
                position = page.getLast().row().position();
                progress.accept(position);
            });
        }
    }

    private record Part(int segment, List<Read> reads, long position) {}

    private List<Part> parts(List<Read> page) {
        var last = page.getLast().row().position();
        var parts = new ArrayList<Part>();
        for (var segment = 0; segment < segments; segment++) parts.add(new Part(segment, new ArrayList<>(), last));
        for (var read : page) {
            if (read.messages().isEmpty()) continue;
            var sequence = policy.getSequenceIdentifierFor(read.messages().getFirst());
            var key = sequence == null ? read.row().eventId() : sequence;
            parts.get(Math.floorMod(key.hashCode(), segments)).reads().add(read);
        }
        return parts;
    }

    private void handle(Part part) {
        atOnce.executeWithoutResult(_ -> {
            // For this transaction only: unqualified names mean the shadow, and the connection goes back to the pool as
            // it was.
            sql.sql("set local search_path to " + schema + ", parley").update();
            for (var read : part.reads()) handle(read);
            sql.sql(
                            "insert into progress values (?, ?) on conflict (segment) do update set position = excluded.position")
                    .params(part.segment(), part.position())
                    .update();
        });
    }

    private void handle(Read read) {
        var row = read.row();
        for (var message : read.messages()) {
            if (!projections.want(message)) continue;
            try {
                projections.handle(message);
            } catch (Exception e) {
                throw new CannotRebuild(
                        "Position " + row.position() + " of the log, " + row.eventType() + " of " + row.stream()
                                + ", cannot be handled: " + e,
                        e);
            }
        }
    }

    private static void done(Future<?> task) throws InterruptedException {
        try {
            task.get(PAGE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CannotRebuild("A page took longer than " + PAGE_WITHIN + ".", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            throw new IllegalStateException(e.getCause());
        }
    }
}
