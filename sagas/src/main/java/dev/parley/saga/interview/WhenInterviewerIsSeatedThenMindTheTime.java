package dev.parley.saga.interview;

import dev.parley.api.interview.InterviewEvent.InterviewerSeated;
import dev.parley.saga.Errands;
import dev.parley.saga.Errands.Errand;
import dev.parley.saga.Errands.Urgency;
import dev.parley.saga.History;
import dev.parley.saga.interview.Turn.Cause;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** The goodbye begins in time, even if nobody speaks. */
@ProcessingGroup("saga.interview")
public final class WhenInterviewerIsSeatedThenMindTheTime {
    private final History history;
    private final Errands errands;
    private final InterviewSettings settings;

    public WhenInterviewerIsSeatedThenMindTheTime(History history, Errands errands, InterviewSettings settings) {
        this.history = history;
        this.errands = errands;
        this.settings = settings;
    }

    @EventHandler
    void on(InterviewerSeated seated) {
        var due = Progress.of(seated.meetingId(), history).end().minus(settings.closesBefore());
        var turn = Turn.because(Cause.TIME_IS_UP, seated.meetingId());
        errands.send(new Errand(
                ContinueInterview.KIND, turn.meetingId() + "|" + turn.cause(), due, turn, Urgency.PEOPLE_WAIT));
    }
}
