package dev.parley.api.calendar;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarQuery.FeedLine;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What hosts have in calendars elsewhere. Where those are is a secret of the host, kept where it can be deleted. */
public interface OtherCalendars {

    /** What the host's other calendar says about a range. */
    CompletionStage<BusyTimes> busyTimes(TenantId tenant, CalendarId calendar, TimeSlot range);

    /** How well the other calendar is known; empty where none is connected. */
    CompletionStage<Optional<FeedLine>> state(TenantId tenant, CalendarId calendar);

    /** @return the server's part of an address, which may be shown; throws {@link Refused} for addresses that are not read */
    String serverOf(String address);

    /** From now on the calendar there is read again and again. */
    CompletionStage<?> connect(TenantId tenant, CalendarId calendar, String address);

    /** Forgets the address and all that was read there. */
    CompletionStage<?> disconnect(TenantId tenant, CalendarId calendar);
}
