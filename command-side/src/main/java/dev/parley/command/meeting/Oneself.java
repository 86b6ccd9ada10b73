package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingRefusal.NOT_YOURSELF;

import dev.parley.api.Actor;
import dev.parley.api.Command;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.GiveConsent;
import dev.parley.api.meeting.MeetingCommand.GiveDisclosure;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.MeetingCommand.LeaveMeeting;
import dev.parley.api.meeting.MeetingCommand.NotePoorConnection;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.WithdrawConsent;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ModerationCommand.RaiseHand;
import dev.parley.api.meeting.ParticipantId;

/** Who an actor is in a meeting: each is one participant at most, and nobody acts for another. */
final class Oneself {
    private Oneself() {}

    static void mustBe(ParticipantId participant, Actor actor, MeetingId meeting) {
        var itself = switch (actor.kind()) {
            case USER -> participant.equals(ParticipantId.ofUser(meeting, actor.id()));
            case LEAD -> participant.toString().equals(actor.id());
            case AI, SYSTEM -> participant.equals(ParticipantId.interviewerOf(meeting));
            case CRM -> false;
        };
        if (!itself) throw new Refused(NOT_YOURSELF);
    }

    static void mayAsk(Command command) {
        if (!asksItself(command)) mustNotBeAGuest(command.by());
    }

    /** These ask themselves who may give them. */
    private static boolean asksItself(Command command) {
        return switch (command) {
            case JoinMeeting _, LeaveMeeting _, GiveDisclosure _ -> true;
            case GiveConsent _, WithdrawConsent _, NotePoorConnection _ -> true;
            case CancelMeeting _, RescheduleMeeting _, ConfirmMeeting _ -> true;
            case RaiseHand _ -> true;
            default -> false;
        };
    }

    static void mustNotBeAGuest(Actor actor) {
        if (isGuest(actor)) throw new Refused(NOT_THE_HOST);
    }

    /** Leads and their company come by a link and have no account. */
    static boolean isGuest(Actor actor) {
        return actor.kind() == Actor.Kind.LEAD;
    }
}
