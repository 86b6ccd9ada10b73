package dev.parley.signaling.admission;

import dev.parley.signaling.room.Attendee;
import java.time.Clock;

/** Gets tests a ticket without HTTP. */
public final class TicketDesk {
    private final Tickets tickets;

    public TicketDesk(Clock clock, TicketSettings settings) {
        this.tickets = new Tickets(clock, settings);
    }

    public Tickets tickets() {
        return tickets;
    }

    public String issue(Attendee who) {
        return tickets.issue(who).ticket();
    }
}
