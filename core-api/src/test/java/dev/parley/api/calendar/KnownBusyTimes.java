package dev.parley.api.calendar;

import static dev.parley.api.calendar.CalendarRefusal.FEED_ADDRESS_REFUSED;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarQuery.FeedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Other calendars as a test knows them; nothing is connected unless it says so. */
public final class KnownBusyTimes implements OtherCalendars {
    public final List<String> connected = new ArrayList<>();
    private BusyTimes known = BusyTimes.NO_FEED;

    public void are(BusyTimes.State state, TimeSlot... times) {
        known = new BusyTimes(state, List.of(times));
    }

    @Override
    public CompletionStage<BusyTimes> busyTimes(TenantId tenant, CalendarId calendar, TimeSlot range) {
        return CompletableFuture.completedStage(known);
    }

    @Override
    public CompletionStage<Optional<FeedLine>> state(TenantId tenant, CalendarId calendar) {
        return CompletableFuture.completedStage(
                known.state() == BusyTimes.State.NONE
                        ? Optional.empty()
                        : Optional.of(new FeedLine(
                                "https://acme.test",
                                known.state(),
                                Optional.empty(),
                                "",
                                known.times().size())));
    }

    @Override
    public String serverOf(String address) {
        if (!address.startsWith("https://")) throw new Refused(FEED_ADDRESS_REFUSED, "url");
        return "https://acme.test";
    }

    @Override
    public CompletionStage<?> connect(TenantId tenant, CalendarId calendar, String address) {
        connected.add(address);
        return CompletableFuture.completedStage(connected);
    }

    @Override
    public CompletionStage<?> disconnect(TenantId tenant, CalendarId calendar) {
        connected.clear();
        return CompletableFuture.completedStage(connected);
    }
}
