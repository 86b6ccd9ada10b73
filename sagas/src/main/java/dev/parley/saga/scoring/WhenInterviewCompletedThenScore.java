package dev.parley.saga.scoring;

import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.meeting.MeetingEvent.MeetingEnded;
import dev.parley.api.meeting.MeetingId;
import dev.parley.saga.Errands;
import dev.parley.saga.Errands.Errand;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** An interview is scored when it is complete, and once more at the end, which also counts one that broke off. */
@ProcessingGroup("saga.scoring")
public final class WhenInterviewCompletedThenScore {
    private final Errands errands;
    private final Clock clock;

    public WhenInterviewCompletedThenScore(Errands errands, Clock clock) {
        this.errands = errands;
        this.clock = clock;
    }

    @EventHandler
    void on(InterviewCompleted completed) {
        score(completed.meetingId(), "interview completed");
    }

    @EventHandler
    void on(MeetingEnded ended) {
        score(ended.meetingId(), "meeting ended");
    }

    private void score(MeetingId meeting, String occasion) {
        errands.send(new Errand(
                ScoreInterview.KIND, meeting + "|" + occasion, clock.instant(), new ScoreInterview.Request(meeting)));
    }
}
