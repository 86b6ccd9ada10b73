package dev.parley.infra.http;

import static dev.parley.api.RequestRefusal.CHANGED_MEANWHILE;
import static dev.parley.api.RequestRefusal.NO_ANSWER_IN_TIME;
import static dev.parley.api.RequestRefusal.VERSION_IS_STALE;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;

/** What the log and the database say when they cannot do as asked. */
final class StorageFaults {
    private StorageFaults() {}

    static Optional<Problem> of(Throwable error, String path) {
        return switch (error) {
            case ConflictingModificationException _ -> Optional.of(Problem.of(VERSION_IS_STALE, ""));
            case ConcurrencyException _ -> Optional.of(Problem.of(CHANGED_MEANWHILE, ""));
            case AggregateStreamCreationException _ -> Optional.of(Problem.of(CHANGED_MEANWHILE, ""));
            case RejectedExecutionException _ -> Optional.of(StatusFaults.of(HttpStatus.SERVICE_UNAVAILABLE));
            case TimeoutException _ -> Optional.of(Problem.of(NO_ANSWER_IN_TIME, ""));
            case AggregateNotFoundException _ -> Optional.of(UnknownThing.at(path));
            default -> isAway(error) ? Optional.of(StatusFaults.of(HttpStatus.SERVICE_UNAVAILABLE)) : Optional.empty();
        };
    }

    private static boolean isAway(Throwable error) {
        return switch (error) {
            case CannotCreateTransactionException _,
                    DataAccessResourceFailureException _,
                    TransientDataAccessResourceException _,
                    QueryTimeoutException _,
                    R2dbcNonTransientResourceException _,
                    R2dbcTransientResourceException _,
                    R2dbcTimeoutException _,
                    SQLTransientConnectionException _,
                    SQLNonTransientConnectionException _,
                    SQLRecoverableException _ -> true;
            case SQLException fault -> isAway(fault.getSQLState());
            default -> false;
        };
    }

    /** Class 08 is a broken connection, 53 no room (connections, disk), 57P a server that stops or starts. */
    private static boolean isAway(@Nullable String state) {
        if (state == null) return false;
        var code = state.toUpperCase(Locale.ROOT);
        return code.startsWith("08") || code.startsWith("53") || code.startsWith("57P");
    }
}
