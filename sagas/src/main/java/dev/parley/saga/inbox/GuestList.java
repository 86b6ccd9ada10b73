package dev.parley.saga.inbox;

import dev.parley.api.TenantId;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingEvent;
import dev.parley.api.meeting.MeetingEvent.InviteeAdded;
import dev.parley.api.meeting.MeetingEvent.InviteeRemoved;
import dev.parley.api.meeting.MeetingEvent.MeetingScheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.saga.History.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is invited to a meeting now, by address. */
record GuestList(TenantId tenant, MeetingId meeting, Map<String, Invitee> byAddress) {

    /** @param history of the meeting, from the beginning; empty if there never was one */
    static Optional<GuestList> of(List<Fact<MeetingEvent>> history) {
        if (history.isEmpty() || !(history.getFirst().event() instanceof MeetingScheduled agreed))
            return Optional.empty();
        var guests = new HashMap<String, Invitee>();
        agreed.invitees().forEach(invitee -> add(invitee, guests));
        for (var fact : history) {
            if (fact.event() instanceof InviteeAdded added) add(added.invitee(), guests);
            if (fact.event() instanceof InviteeRemoved removed) remove(removed.participantId(), guests);
        }
        return Optional.of(new GuestList(agreed.tenant(), agreed.meetingId(), Map.copyOf(guests)));
    }

    Optional<Invitee> at(String address) {
        return Optional.ofNullable(byAddress.get(address.toLowerCase(Locale.ROOT)));
    }

    private static void add(Invitee invitee, Map<String, Invitee> guests) {
        guests.put(invitee.email().toLowerCase(Locale.ROOT), invitee);
    }

    private static void remove(ParticipantId gone, Map<String, Invitee> guests) {
        guests.values().removeIf(invitee -> invitee.participantId().equals(gone));
    }
}
