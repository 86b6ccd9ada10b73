package dev.parley.query.availability;

import dev.parley.api.TenantId;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.calendar.CalendarQuery.BookingAddress;
import dev.parley.api.calendar.CalendarQuery.FindBookingPage;
import dev.parley.api.calendar.MeetingType;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Knows where anybody may book a kind of meeting; the other sides ask over the query bus. */
@Component
final class BookingPages {
    private final AvailabilityReader reader;

    BookingPages(AvailabilityReader reader) {
        this.reader = reader;
    }

    @QueryHandler
    CompletableFuture<Optional<BookingAddress>> answer(FindBookingPage query) {
        var calendar = CalendarId.of(query.tenant(), query.hostId());
        return reader.settings(query.tenant(), calendar)
                .filter(settled -> settled.availability().isPresent())
                .flatMap(settled ->
                        Mono.justOrEmpty(settled.type(query.meetingType()).filter(MeetingType::open)))
                .map(type -> new BookingAddress(path(query.tenant(), calendar, type)))
                .toFuture()
                .thenApply(Optional::ofNullable);
    }

    static String path(TenantId tenant, CalendarId calendar, MeetingType type) {
        return "/book/" + tenant + "/" + calendar + "/" + type.slug();
    }
}
