package dev.parley.saga.summary;

import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingStatus;
import dev.parley.saga.Errands;
import dev.parley.saga.Errands.Errand;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** What was said is worth a summary, even if the conversation broke off. */
@ProcessingGroup("saga.summary")
public final class WhenMeetingEndedThenSummarise {
    private final Errands errands;
    private final Clock clock;

    public WhenMeetingEndedThenSummarise(Errands errands, Clock clock) {
        this.errands = errands;
        this.clock = clock;
    }

    @EventHandler
    void on(MeetingEnded ended) {
        if (ended.outcome() == MeetingStatus.FAILED) return;
        errands.send(new Errand(
                SummariseMeeting.KIND,
                ended.meetingId().toString(),
                clock.instant(),
                new SummariseMeeting.Request(ended.meetingId())));
    }
}
