package dev.parley.signaling.admission;

import dev.parley.signaling.room.Attendee;

/** Gets tests a ticket without HTTP. */
public final class TicketDesk {
    private TicketDesk() {}

    public static String issue(Tickets tickets, Attendee who) {
        return tickets.issue(who).ticket();
    }
}
