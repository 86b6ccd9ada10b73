package dev.parley.command.meeting;

import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import org.jspecify.annotations.Nullable;

/** Somebody to invite, as it comes from outside: anything may be missing or misshapen. */
record InviteeBody(@Nullable String name, @Nullable String email) {

    Invitee guest(MeetingId meeting) {
        var address = Shape.email("email", email);
        return new Invitee(
                ParticipantId.ofInvitee(meeting, address),
                Shape.line("name", name, Shape.NAME),
                address,
                Invitee.Role.GUEST);
    }

    /** As {@link #guest(MeetingId)}, with refusals that say where in the list the person stands. */
    Invitee guest(MeetingId meeting, String path) {
        try {
            return guest(meeting);
        } catch (Refused refused) {
            throw refused.within(path);
        }
    }
}
