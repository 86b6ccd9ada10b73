package dev.parley.command.meeting;

import dev.parley.api.meeting.ModerationCommand;
import dev.parley.api.meeting.ModerationCommand.*;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Takes what hosts decide about their rooms, and lets the meeting judge it: see {@link Order}. */
@Component
class Moderating {
    private final Repository<Meeting> meetings;

    Moderating(Repository<Meeting> meetings) {
        this.meetings = meetings;
    }

    @CommandHandler
    Long handle(AdmitParticipant command) {
        return judge(command);
    }

    @CommandHandler
    Long handle(DenyParticipant command) {
        return judge(command);
    }

    @CommandHandler
    Long handle(RemoveParticipant command) {
        return judge(command);
    }

    @CommandHandler
    Long handle(MuteParticipant command) {
        return judge(command);
    }

    @CommandHandler
    Long handle(LockRoom command) {
        return judge(command);
    }

    @CommandHandler
    Long handle(RaiseHand command) {
        return judge(command);
    }

    private Long judge(ModerationCommand command) {
        return meetings.load(command.meetingId().toString()).invoke(meeting -> meeting.keepOrder(command));
    }
}
