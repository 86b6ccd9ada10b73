package dev.parley.infra.store.processing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Finds every sequence that may be tried again. Axon 4.13.0 compares a page's offset with the letter's index in its sequence, so
 * that nothing behind the first ten sequences is ever found by those who look for a certain one.
 */
final class LettersByOffset extends DefaultDeadLetterStatementFactory<EventMessage<?>> {
    private final DeadLetterSchema schema;

    LettersByOffset(DeadLetterSchema schema, Serializer general, Serializer events) {
        super(DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
                .schema(schema)
                .genericSerializer(general)
                .eventSerializer(events));
        this.schema = schema;
    }

    @Override
    public PreparedStatement claimableSequencesStatement(
            Connection connection, String group, Instant claimedBefore, int offset, int atMost) throws SQLException {
        var statement = connection.prepareStatement("""
                select * from %1$s letter
                where %2$s = ? and (%5$s is null or %5$s < ?) and %4$s = (
                    select min(%4$s) from %1$s first where first.%2$s = letter.%2$s and first.%3$s = letter.%3$s)
                order by %6$s, %3$s limit ? offset ?""".formatted(
                        schema.deadLetterTable(),
                        schema.processingGroupColumn(),
                        schema.sequenceIdentifierColumn(),
                        schema.sequenceIndexColumn(),
                        schema.processingStartedColumn(),
                        schema.lastTouchedColumn()));
        statement.setString(1, group);
        statement.setString(2, DateTimeUtils.formatInstant(claimedBefore));
        statement.setInt(3, atMost);
        statement.setInt(4, offset);
        return statement;
    }

    /** A letter that is tried in vain gets its cause wrapped once more by Axon 4.13.0, so that its name would be that of the wrapping. */
    @Override
    public PreparedStatement requeueStatement(
            Connection connection, String letter, @Nullable Cause cause, Instant lastTouched, MetaData diagnostics)
            throws SQLException {
        return super.requeueStatement(connection, letter, unwrapped(cause), lastTouched, diagnostics);
    }

    private static @Nullable Cause unwrapped(@Nullable Cause cause) {
        return cause instanceof ThrowableCause wrapping && wrapping.getCause() instanceof ThrowableCause first
                ? first
                : cause;
    }
}
