package dev.parley.signaling.admission;

import static dev.parley.api.meeting.MeetingRefusal.MEETING_UNKNOWN;
import static dev.parley.signaling.frame.SignalRefusal.MEETING_OVER;

import dev.parley.api.Refused;
import dev.parley.api.TenantId;
import dev.parley.api.calendar.CalendarQuery.BookingAddress;
import dev.parley.api.calendar.CalendarQuery.FindBookingPage;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.FindMeeting;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import java.time.Duration;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import reactor.core.publisher.Mono;

/** Asks about meetings that one may enter; another tenant's are unknown. */
public final class Meetings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final QueryGateway queries;

    public Meetings(QueryGateway queries) {
        this.queries = queries;
    }

    /** A meeting that is not over. */
    Mono<MeetingPage> current(TenantId tenant, MeetingId meeting) {
        return find(tenant, meeting)
                .filter(page -> !page.status().isOver())
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_OVER)));
    }

    /** Where anybody may book a meeting of the same kind with the same host; empty if nowhere. */
    Mono<String> bookingPath(MeetingPage page) {
        var asked = new FindBookingPage(page.tenant(), page.hostId(), page.meetingType());
        return Mono.fromFuture(() -> queries.query(asked, ResponseTypes.optionalInstanceOf(BookingAddress.class)))
                .timeout(PATIENCE)
                .flatMap(Mono::justOrEmpty)
                .map(BookingAddress::path)
                .defaultIfEmpty("");
    }

    Mono<MeetingPage> find(TenantId tenant, MeetingId meeting) {
        return Mono.fromFuture(() -> queries.query(
                        new FindMeeting(tenant, meeting), ResponseTypes.optionalInstanceOf(MeetingPage.class)))
                .timeout(PATIENCE)
                .flatMap(Mono::justOrEmpty)
                .filter(page -> page.tenant().equals(tenant))
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_UNKNOWN)));
    }
}
