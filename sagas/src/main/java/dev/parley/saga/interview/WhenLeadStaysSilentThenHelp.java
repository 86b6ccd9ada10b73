package dev.parley.saga.interview;

import dev.parley.api.Actor;
import dev.parley.api.interview.InterviewCommand.CompleteInterview;
import dev.parley.api.interview.InterviewCommand.TakeTurn;
import dev.parley.api.interview.InterviewEvent.LeadStayedSilent;
import dev.parley.api.interview.MoveReason;
import dev.parley.api.interview.Silence;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Asks whether the lead is still there, makes it easier to answer, waits, and in the end lets them go. */
@ProcessingGroup("saga.interview")
public final class WhenLeadStaysSilentThenHelp {
    private final History history;
    private final Commands commands;
    private final Clock clock;

    public WhenLeadStaysSilentThenHelp(History history, Commands commands, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(LeadStayedSilent silent) {
        var progress = Progress.of(silent.meetingId(), history);
        if (!isStillSilent(silent, progress)) return;
        var us = Actor.interviewer(progress.tenant());
        var isEnd = silent.rung() == Silence.END;
        var said = commands.send(new TakeTurn(
                silent.interviewId(),
                us,
                clock.instant(),
                silent.move(),
                WordsInSilence.of(silent.rung(), progress),
                isEnd ? MoveReason.CLOSING : MoveReason.LEAD_IS_SILENT));
        if (isEnd && said.accepted())
            commands.send(new CompleteInterview(silent.interviewId(), us, clock.instant(), MoveReason.LEAD_IS_SILENT));
    }

    private static boolean isStillSilent(LeadStayedSilent silent, Progress progress) {
        return progress.mayTalk()
                && progress.moves() == silent.move()
                && !progress.isSilentSinceLastWords()
                && !progress.floor().isAwaited()
                && !progress.hasSaidGoodbye();
    }
}
