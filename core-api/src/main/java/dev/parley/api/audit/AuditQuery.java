package dev.parley.api.audit;

import java.time.Instant;
import java.util.Map;

/** What auditors ask, and the answers' shapes. */
public sealed interface AuditQuery {

    /**
     * One stored event, as stored.
     *
     * @param position in the log
     * @param stream the aggregate or transcript it belongs to
     * @param type the stable name, for instance {@code meeting.MeetingScheduled}
     * @param envelope tenant, actor, command, correlation, causation, app version
     */
    record StoredEventLine(
            long position,
            String stream,
            long sequence,
            String type,
            String revision,
            Instant at,
            Map<String, Object> envelope,
            Map<String, Object> payload)
            implements AuditQuery {}
}
