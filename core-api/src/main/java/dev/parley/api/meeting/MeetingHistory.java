package dev.parley.api.meeting;

import dev.parley.api.Upcast;
import java.util.List;

/** How meetings were told in earlier versions. */
public final class MeetingHistory {

    public static final List<Upcast> STEPS = List.of(
            Upcast.of("meeting.MeetingScheduled", "1", "2", meeting -> meeting.putNull("occurrence")),
            Upcast.of("meeting.MeetingRescheduled", "1", "2", move -> move.putNull("withSeries")),
            Upcast.of(
                    "meeting.MeetingCancelled",
                    "1",
                    "2",
                    cancelled -> cancelled.putNull("by").putNull("withSeries")),
            Upcast.of("meeting.LeadDidNotShow", "1", "2", absent -> absent.putNull("mayComeUntil")));

    private MeetingHistory() {}
}
