package dev.parley.saga.interview;

import dev.parley.api.Actor;
import dev.parley.api.meeting.MeetingCommand.EndMeeting;
import dev.parley.api.meeting.MeetingId;
import dev.parley.saga.Commands;
import dev.parley.saga.ErrandHandler;
import dev.parley.saga.History;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the meeting on behalf of the interviewer. */
public final class EndMeetingAfterGoodbye implements ErrandHandler<EndMeetingAfterGoodbye.Goodbye> {
    static final String KIND = "interview.end";
    private static final Logger log = LoggerFactory.getLogger(EndMeetingAfterGoodbye.class);

    private final History history;
    private final Commands commands;
    private final Clock clock;

    public EndMeetingAfterGoodbye(History history, Commands commands, Clock clock) {
        this.history = history;
        this.commands = commands;
        this.clock = clock;
    }

    public record Goodbye(MeetingId meetingId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Goodbye> payload() {
        return Goodbye.class;
    }

    @Override
    public void carryOut(Goodbye goodbye) {
        var ai = Actor.interviewer(Progress.of(goodbye.meetingId(), history).tenant());
        commands.send(new EndMeeting(goodbye.meetingId(), ai, clock.instant(), "interview complete"));
    }

    /** The meeting's own clock ends it later. */
    @Override
    public void giveUp(Goodbye goodbye, Exception cause) {
        log.error("meeting {} could not be ended after the goodbye", goodbye.meetingId(), cause);
    }
}
