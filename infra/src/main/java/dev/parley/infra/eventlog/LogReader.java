package dev.parley.infra.eventlog;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the log in bulk: for rebuilding views, for audits and exports. While one page is worked on, the next ones are on their way
 * and are decoded, each in a thread of its own; they are handed over in the order of the log, in the caller's thread. Only
 * {@link #AHEAD} pages wait, so the memory needed does not depend on how much is read.
 */
public final class LogReader {
    private static final Duration DECODED_WITHIN = Duration.ofMinutes(1);
    private static final int AHEAD = 3;

    private final DataSource dataSource;
    private final int rows;
    private final long bytes;
    private final Executor decoders = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param rows in a page, at most
     * @param bytes of payload and metadata after which a page ends earlier
     */
    public LogReader(DataSource dataSource, int rows, long bytes) {
        this.dataSource = dataSource;
        this.rows = rows;
        this.bytes = bytes;
    }

    /** Takes what was read, oldest first. */
    @FunctionalInterface
    public interface Pages<T, E extends Exception> {
        void take(List<T> page) throws E;
    }

    /** How far the log is. */
    public long head() {
        var head =
                new JdbcTemplate(dataSource).queryForObject("select position from parley.event_log_head", Long.class);
        return head == null ? 0 : head;
    }

    /** The facts above {@code after}, up to and with {@code last}; tells how many there were. */
    public <E extends Exception> long read(long after, long last, Pages<LogRow, E> pages)
            throws E, InterruptedException {
        return read(after, last, Function.identity(), pages);
    }

    /** @param decode must be pure: it is called for several pages at a time */
    public <T, E extends Exception> long read(long after, long last, Function<LogRow, T> decode, Pages<T, E> pages)
            throws E, InterruptedException {
        return read(LogCopy.ofLog(after, last), decode, pages);
    }

    /** The facts of one stream from this sequence number on; tells how many there were. */
    public <T, E extends Exception> long readStream(
            String stream, long firstSequence, Function<LogRow, T> decode, Pages<T, E> pages)
            throws E, InterruptedException {
        return read(LogCopy.ofStream(stream, firstSequence), decode, pages);
    }

    private <T, E extends Exception> long read(LogCopy copy, Function<LogRow, T> decode, Pages<T, E> pages)
            throws E, InterruptedException {
        var ahead = new ArrayBlockingQueue<Future<List<T>>>(AHEAD);
        var wanted = new AtomicBoolean(true);
        Thread.ofVirtual().name("log-reader").start(() -> fetch(copy, decode, ahead, wanted));
        var count = 0L;
        try {
            for (var page = next(ahead); !page.isEmpty(); page = next(ahead)) {
                pages.take(page);
                count += page.size();
            }
        } finally {
            // Not by an interrupt, which would close the connection under a virtual thread that reads from it.
            wanted.set(false);
            ahead.clear();
        }
        return count;
    }

    /** An empty page says that there are no more. */
    private <T> void fetch(
            LogCopy copy, Function<LogRow, T> decode, BlockingQueue<Future<List<T>>> ahead, AtomicBoolean wanted) {
        try (var connection = dataSource.getConnection()) {
            copy.read(connection, rows, bytes, page -> {
                if (wanted.get()) ahead.put(decoded(page, decode));
                return wanted.get();
            });
            ahead.put(CompletableFuture.completedFuture(List.of()));
        } catch (SQLException | RuntimeException failure) {
            fail(ahead, failure);
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> Future<List<T>> decoded(List<LogRow> page, Function<LogRow, T> decode) {
        return CompletableFuture.supplyAsync(() -> page.stream().map(decode).toList(), decoders);
    }

    private static <T> void fail(BlockingQueue<Future<List<T>>> ahead, Exception failure) {
        try {
            ahead.put(CompletableFuture.failedFuture(failure));
        } catch (InterruptedException nobodyInterruptsIt) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> List<T> next(BlockingQueue<Future<List<T>>> ahead) throws InterruptedException {
        try {
            return ahead.take().get(DECODED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new DataAccessResourceFailureException("A page of the log was not decoded in time", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException away -> throw new DataAccessResourceFailureException("The log cannot be read", away);
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw new CompletionException(e.getCause());
            }
        }
    }
}
