package dev.parley.query.calendarfeed;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.util.List;

/** Writes meetings as a calendar document that programs subscribe to (METHOD:PUBLISH, RFC 5546 §3.2.1). */
public interface FeedDocument {

    String of(TenantId tenant, List<Entry> entries, Instant now);

    /** @param version rises whenever anything about the meeting changes */
    record Entry(MeetingId meetingId, String title, String leadName, Instant start, Instant end, long version) {}
}
