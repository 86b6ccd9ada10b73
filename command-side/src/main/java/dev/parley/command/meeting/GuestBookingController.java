package dev.parley.command.meeting;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.TenantNames;
import dev.parley.api.TimeSlot;
import dev.parley.api.calendar.CalendarCommand.Held;
import dev.parley.api.calendar.CalendarCommand.Offered;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.command.AppointmentSettings;
import dev.parley.command.IdempotencyKey;
import dev.parley.command.Receipt;
import dev.parley.command.meeting.GuestBooking.Page;
import dev.parley.command.meeting.GuestBookingBody.HoldBody;
import dev.parley.command.meeting.GuestBookingBody.Wanted;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Takes bookings from people without an account. */
@RestController
@RequestMapping("/api/v1/public/{tenant}/{host}/{type}")
class GuestBookingController {
    private final GuestBooking booking;
    private final TenantNames tenants;
    private final GuestLinks links;
    private final AppointmentSettings settings;
    private final Clock clock;

    GuestBookingController(
            GuestBooking booking, TenantNames tenants, GuestLinks links, AppointmentSettings settings, Clock clock) {
        this.booking = booking;
        this.tenants = tenants;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    record HeldSlot(MeetingId holdId, Instant start, Instant expires) {}

    /**
     * @param joinUrl of whoever booked, for the day
     * @param appointmentUrl of theirs too, to cancel or look it up
     */
    record Booked(
            MeetingId meetingId,
            String title,
            String hostName,
            Instant start,
            LocalDateTime localStart,
            ZoneId zone,
            int durationMinutes,
            URI joinUrl,
            URI appointmentUrl) {}

    @PostMapping("/holds")
    Mono<ResponseEntity<HeldSlot>> hold(
            @PathVariable("tenant") String tenant,
            @PathVariable("host") String host,
            @PathVariable("type") String type,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody HoldBody body) {
        var page = page(tenant, host, type);
        var start = body.wanted();
        var id = new MeetingId(IdempotencyKey.of(key).nameFor("holdId", null, page.by(), page.at()));
        return booking.hold(page, id, start)
                .map(receipt -> receipt.created(
                        "/api/v1/public/" + segment(tenant) + "/" + page.calendar() + "/" + segment(type) + "/holds/"
                                + id,
                        new HeldSlot(id, start, ((Held) receipt.answer()).expires())));
    }

    /** Its start must be said as well: who knows only the id of a meeting frees nothing. */
    @DeleteMapping("/holds/{holdId}")
    Mono<ResponseEntity<Void>> giveBack(
            @PathVariable("tenant") String tenant,
            @PathVariable("host") String host,
            @PathVariable("type") String type,
            @PathVariable("holdId") String holdId,
            @RequestParam(name = "start", required = false) @Nullable String start) {
        var page = page(tenant, host, type);
        var id = new MeetingId(Shape.uuid("holdId", holdId));
        var from = GuestBookingBody.minute(start);
        return booking.offer(page)
                .map(offered ->
                        new TimeSlot(from, from.plus(offered.meetingType().duration())))
                .flatMap(slot -> booking.giveBack(page, id, slot))
                .map(_ -> ResponseEntity.noContent().build());
    }

    @PostMapping("/bookings")
    Mono<ResponseEntity<Booked>> book(
            @PathVariable("tenant") String tenant,
            @PathVariable("host") String host,
            @PathVariable("type") String type,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody GuestBookingBody body) {
        var page = page(tenant, host, type);
        var wanted = body.wanted();
        var id = new MeetingId(wanted.holdId()
                .orElseGet(() -> IdempotencyKey.of(key).nameFor("meetingId", null, page.by(), page.at())));
        return booking.offer(page)
                .flatMap(offered -> booking.book(page, offered, id, wanted)
                        .map(receipt -> booked(page, offered, id, wanted, receipt)));
    }

    private ResponseEntity<Booked> booked(Page page, Offered offered, MeetingId id, Wanted wanted, Receipt receipt) {
        var type = offered.meetingType();
        var time = GuestBooking.time(wanted, type.duration());
        var lead = ((Scheduled) receipt.answer()).lead();
        var join = links.linkFor(page.by().tenant(), id, lead, time.end().plus(settings.linkLasts()));
        var appointment = URI.create(join.toString().replaceFirst("/join/([^/]*)$", "/appointment/$1"));
        var answer = new Booked(
                id,
                type.title(),
                offered.owner().name(),
                time.start(),
                time.localStart(),
                time.zone(),
                type.durationMinutes(),
                join,
                appointment);
        return receipt.created(appointment.getPath(), answer);
    }

    private Page page(String tenantName, String host, String type) {
        var tenant = tenants.named(tenantName);
        return new Page(
                CalendarId.addressed(tenant, host), type, Actor.system(tenant, "booking-page"), clock.instant());
    }

    /** As it may stand in an address. */
    private static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
