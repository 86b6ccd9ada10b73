package dev.parley.command.meeting;

import static dev.parley.api.ShapeRefusal.TOO_MANY;
import static dev.parley.api.meeting.MeetingRefusal.INVITED_TWICE;
import static dev.parley.api.meeting.MeetingRefusal.INVITEE_UNKNOWN;
import static dev.parley.api.meeting.MeetingRefusal.LEAD_STAYS_INVITED;
import static dev.parley.api.meeting.MeetingRefusal.NO_LEAD_INVITED;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.meeting.CancelledBy;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.Invitee.Role;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is invited: one lead and any number of guests, each address once. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
class GuestList {
    private static final int MOST = 100;

    private Map<ParticipantId, Invitee> invitees = new LinkedHashMap<>();

    /** Paths of refusals count guests only, as the caller listed them; the lead is not on the caller's list. */
    static void check(List<Invitee> invitees) {
        if (invitees.stream().filter(GuestList::isLead).count() != 1) throw new Refused(NO_LEAD_INVITED, "leadId");
        var seen = invitees.stream()
                .filter(GuestList::isLead)
                .map(GuestList::address)
                .collect(Collectors.toCollection(HashSet::new));
        var guests = guests(invitees);
        for (var i = 0; i < guests.size(); i++)
            if (!seen.add(address(guests.get(i)))) throw new Refused(INVITED_TWICE, "invitees[" + i + "].email");
    }

    static List<Invitee> guests(List<Invitee> invitees) {
        return invitees.stream().filter(invitee -> !isLead(invitee)).toList();
    }

    void mayAdd(Invitee invitee) {
        if (invitees.containsKey(invitee.participantId()) || hasAddressOf(invitee))
            throw new Refused(INVITED_TWICE, "email");
        if (invitees.size() >= MOST) throw new Refused(TOO_MANY, "invitees");
    }

    void mayRemove(ParticipantId participant) {
        var invitee = invitees.get(participant);
        if (invitee == null) throw new Refused(INVITEE_UNKNOWN);
        if (isLead(invitee)) throw new Refused(LEAD_STAYS_INVITED);
    }

    void mustKnow(ParticipantId participant) {
        if (!invitees.containsKey(participant)) throw new Refused(INVITEE_UNKNOWN);
    }

    void mayEnter(Participant participant) {
        var invitee = invitees.get(participant.participantId());
        if (invitee == null || invitee.role() != participant.role()) throw new Refused(INVITEE_UNKNOWN);
    }

    boolean isTheLead(Actor actor) {
        return invitees.values().stream()
                .filter(GuestList::isLead)
                .anyMatch(lead -> lead.participantId().toString().equals(actor.id()));
    }

    /** On whose side somebody is who calls the meeting off. */
    static CancelledBy sideOf(Actor actor) {
        return switch (actor.kind()) {
            case USER -> CancelledBy.HOST;
            case LEAD -> CancelledBy.LEAD;
            case AI, SYSTEM, CRM -> CancelledBy.SYSTEM;
        };
    }

    void add(Invitee invitee) {
        invitees.put(invitee.participantId(), invitee);
    }

    void remove(ParticipantId participant) {
        invitees.remove(participant);
    }

    private boolean hasAddressOf(Invitee other) {
        return invitees.values().stream().anyMatch(invitee -> address(invitee).equals(address(other)));
    }

    private static boolean isLead(Invitee invitee) {
        return invitee.role() == Role.LEAD;
    }

    private static String address(Invitee invitee) {
        return invitee.email().toLowerCase(Locale.ROOT);
    }
}
