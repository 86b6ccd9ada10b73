package dev.parley.saga.zones;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.MeetingId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The meetings of all tenants that have not begun. */
public interface FutureMeetings {

    /** In an order that does not change, those behind {@code last}; empty at the end. */
    List<FutureMeeting> after(Optional<FutureMeeting> last, int most);

    /**
     * @param zone may be one that is known no more
     * @param start that everybody was told
     */
    record FutureMeeting(TenantId tenant, MeetingId meetingId, LocalDateTime localStart, String zone, Instant start) {}
}
