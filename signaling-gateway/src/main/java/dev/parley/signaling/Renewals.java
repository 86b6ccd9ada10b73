package dev.parley.signaling;

import static dev.parley.signaling.frame.SignalRefusal.LOGIN_TOO_OLD;
import static dev.parley.signaling.frame.SignalRefusal.TICKET_INVALID;

import dev.parley.signaling.admission.Tickets;
import dev.parley.signaling.admission.TurnCredentials;
import dev.parley.signaling.frame.ClientFrame;
import dev.parley.signaling.frame.Letter;
import dev.parley.signaling.frame.ServerFrame;
import dev.parley.signaling.room.Attendee;

/** Gives people in a room anew what runs out: relays' credentials, and the right to come back. */
record Renewals(TurnCredentials turn, Tickets tickets) {

    Letter answer(Attendee who, long id, ClientFrame.Renewal wanted) {
        return switch (wanted) {
            case ClientFrame.IceServers _ -> {
                var ice = turn.configurationFor(who);
                yield Letter.answering(id, new ServerFrame.IceServers(ice.iceServers(), ice.iceTransportPolicy()));
            }
            case ClientFrame.Refresh refresh -> spareTicket(who, id, refresh);
        };
    }

    /** Whoever shows a ticket of their own has just signed in: it was handed out for that. */
    private Letter spareTicket(Attendee who, long id, ClientFrame.Refresh refresh) {
        var shown = refresh.ticket();
        if (shown.isPresent() && tickets.redeem(shown.get()).filter(who::equals).isEmpty())
            return Letter.refusing(id, TICKET_INVALID);
        return tickets.spare(who)
                .map(spare -> Letter.answering(id, new ServerFrame.Refreshed(spare.ticket(), spare.expiresAt())))
                .orElseGet(() -> Letter.refusing(id, LOGIN_TOO_OLD));
    }
}
