package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.INVITEE_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;
import static dev.parley.api.meeting.MeetingStatus.SCHEDULED;
import static dev.parley.command.meeting.Oneself.mustBe;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.meeting.MeetingCommand.JoinMeeting;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;

/** When somebody may come in, and as what: colleagues of the host by their account, guests by invitation, the interviewer if it leads. */
final class Entrance {
    private Entrance() {}

    static void mustBeOpenTo(JoinMeeting command, MeetingFacts facts) {
        var participant = command.participant();
        mustBe(participant.participantId(), command.by(), command.meetingId());
        facts.life.mustNotBeOver();
        mustBeInvited(participant, command.by(), facts.appointment, facts.guests);
        if (!facts.attendance.isPresent(participant.participantId()))
            facts.door.mustBeOpenTo(participant, !facts.life.is(SCHEDULED));
    }

    private static void mustBeInvited(Participant participant, Actor by, Appointment appointment, GuestList guests) {
        switch (participant.role()) {
            case HOST -> {
                if (by.kind() != Actor.Kind.USER) throw new Refused(NOT_THE_HOST);
            }
            case LEAD, GUEST -> guests.mayEnter(participant);
            case INTERVIEWER -> {
                mustBe(ParticipantId.interviewerOf(appointment.meetingId()), by, appointment.meetingId());
                if (!appointment.isLedByTheAi()) throw new Refused(INVITEE_UNKNOWN);
            }
        }
    }
}
