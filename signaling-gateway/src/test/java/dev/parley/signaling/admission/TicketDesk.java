package dev.parley.signaling.admission;

import dev.parley.signaling.room.Attendee;
import java.time.Duration;

/** Gets tests a ticket without HTTP. */
public final class TicketDesk {
    static final TicketSettings SETTINGS =
            new TicketSettings(Duration.ofSeconds(30), 100, Duration.ofMinutes(3), Duration.ofHours(2));

    private TicketDesk() {}

    public static String issue(Tickets tickets, Attendee who) {
        return tickets.issue(who).ticket();
    }
}
