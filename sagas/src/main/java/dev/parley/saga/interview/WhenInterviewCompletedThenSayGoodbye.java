package dev.parley.saga.interview;

import dev.parley.api.Actor;
import dev.parley.api.interview.InterviewEvent.InterviewCompleted;
import dev.parley.api.meeting.MeetingCommand.BeginGoodbye;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** From then on the meeting is ending, for everybody to see, while the last words are still being said. */
@ProcessingGroup("saga.interview")
public final class WhenInterviewCompletedThenSayGoodbye {
    private final History history;
    private final Commands commands;
    private final Clock clock;

    public WhenInterviewCompletedThenSayGoodbye(History history, Commands commands, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(InterviewCompleted completed) {
        var meeting = completed.meetingId();
        var ai = Actor.interviewer(Progress.of(meeting, history).tenant());
        commands.send(new BeginGoodbye(meeting, ai, clock.instant()));
    }
}
