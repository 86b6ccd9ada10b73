package dev.parley.saga.interview;

import dev.parley.api.Actor;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand.GiveDisclosure;
import dev.parley.api.meeting.MeetingEvent.ParticipantJoined;
import dev.parley.saga.Commands;
import dev.parley.saga.History;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Before anything else the lead learns that an AI is talking and what it writes down (EU AI Act Art. 50(1)). */
@ProcessingGroup("saga.interview")
public final class WhenLeadIsPresentThenDisclose {
    private final History history;
    private final Commands commands;
    private final Clock clock;

    public WhenLeadIsPresentThenDisclose(History history, Commands commands, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.clock = clock;
    }

    /** Whichever of the two comes last. */
    @EventHandler
    void on(ParticipantJoined joined) {
        var role = joined.participant().role();
        if (role != Invitee.Role.LEAD && role != Invitee.Role.INTERVIEWER) return;
        var progress = Progress.of(joined.meetingId(), history);
        if (!progress.mustDisclose()) return;
        var ai = Actor.interviewer(progress.tenant());
        commands.send(new GiveDisclosure(joined.meetingId(), ai, clock.instant(), disclosure(progress.hostName())));
    }

    private static String disclosure(String hostName) {
        return "Hello, I am Parley. I am an AI, not a person, and I ask questions on behalf of " + hostName
                + ". What you say is transcribed, and a summary of it goes to both sides."
                + " You may skip any question, stop at any time, or ask for a person instead."
                + " Do you agree to be transcribed?";
    }
}
