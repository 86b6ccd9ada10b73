package dev.parley.saga.interview;

import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.saga.Errands;
import dev.parley.saga.Errands.Errand;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** The room closes once the lead has had time to hear the goodbye. */
@ProcessingGroup("saga.interview")
public final class WhenInterviewCompletedThenEndMeeting {
    private final Errands errands;
    private final InterviewSettings settings;
    private final Clock clock;

    public WhenInterviewCompletedThenEndMeeting(Errands errands, InterviewSettings settings, Clock clock) {
        this.errands = errands;
        this.settings = settings;
        this.clock = clock;
    }

    @EventHandler
    void on(InterviewCompleted completed) {
        errands.send(new Errand(
                EndMeetingAfterGoodbye.KIND,
                completed.meetingId().toString(),
                clock.instant().plus(settings.goodbye()),
                new EndMeetingAfterGoodbye.Goodbye(completed.meetingId())));
    }
}
