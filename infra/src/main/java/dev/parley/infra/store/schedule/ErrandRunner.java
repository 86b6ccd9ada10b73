package dev.parley.infra.store.schedule;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.parley.saga.ErrandHandler;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Carries errands out, tries again later, and gives up in the end. */
final class ErrandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ErrandRunner.class);

    private final JsonMapper json;
    private final ErrandSettings settings;
    private final Backoff backoff;
    private final Supplier<Map<String, ErrandHandler<?>>> handlers;

    /** @param handlers looked up late, for they may send errands themselves */
    ErrandRunner(JsonMapper json, ErrandSettings settings, Supplier<Stream<ErrandHandler<?>>> handlers) {
        this.json = json;
        this.settings = settings;
        this.backoff = settings.backoff();
        this.handlers = SingletonSupplier.of(
                () -> handlers.get().collect(Collectors.toMap(ErrandHandler::kind, Function.identity())));
    }

    void run(TaskInstance<ErrandNote> task, ExecutionContext context) {
        var note = task.getData();
        var handler = handlers.get().get(note.kind());
        if (handler == null) throw new IllegalStateException("nobody here carries out errands of kind " + note.kind());
        attempt(handler, note, context.getExecution().consecutiveFailures);
    }

    void failed(ExecutionComplete attempt, ExecutionOperations<ErrandNote> task) {
        var failures = attempt.getExecution().consecutiveFailures + 1;
        var next = attempt.getTimeDone().plus(backoff.after(failures));
        LOG.warn(
                "Errand {} failed {} time(s), next attempt at {}: {}",
                attempt.getExecution().taskInstance.getId(),
                failures,
                next,
                attempt.getCause().map(Throwable::toString).orElse("interrupted"));
        task.reschedule(attempt, next);
    }

    private <P> void attempt(ErrandHandler<P> handler, ErrandNote note, int failures) {
        var payload = json.treeToValue(note.payload(), handler.payload());
        if (failures >= settings.attempts()) {
            // Only giving up has failed the last time, so only that is repeated.
            handler.giveUp(payload, new IllegalStateException("given up after " + settings.attempts() + " attempts"));
            return;
        }
        try {
            handler.carryOut(payload);
        } catch (Exception e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            if (failures + 1 < settings.attempts() || Thread.currentThread().isInterrupted()) throw new ErrandFailed(e);
            LOG.warn("Errand {}|{} is given up after {} attempts", note.kind(), note.key(), settings.attempts(), e);
            handler.giveUp(payload, e);
        }
    }

    /** Tells db-scheduler to try again. */
    private static final class ErrandFailed extends RuntimeException {
        ErrandFailed(Exception cause) {
            super(cause.toString(), cause);
        }
    }
}
