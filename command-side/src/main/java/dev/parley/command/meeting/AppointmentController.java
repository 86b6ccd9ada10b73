package dev.parley.command.meeting;

import dev.parley.api.Actor;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.RoomId;
import dev.parley.command.AppointmentSettings;
import dev.parley.command.IdempotencyKey;
import dev.parley.command.Receipt;
import dev.parley.command.meeting.ScheduleBody.Plan;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes wishes for new meetings. */
@RestController
class AppointmentController {
    private final Scheduling scheduling;
    private final GuestLinks links;
    private final AppointmentSettings settings;
    private final Clock clock;

    AppointmentController(Scheduling scheduling, GuestLinks links, AppointmentSettings settings, Clock clock) {
        this.scheduling = scheduling;
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param joinUrl for the lead; everybody else is sent their own */
    record ScheduledMeeting(MeetingId meetingId, RoomId roomId, Instant start, URI joinUrl) {}

    @PostMapping("/api/v1/meetings")
    Mono<ResponseEntity<ScheduledMeeting>> schedule(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ScheduleBody body) {
        var now = clock.instant();
        var meeting = new MeetingId(IdempotencyKey.of(key).nameFor("meetingId", body.meetingId(), by, now));
        var plan = body.plan(meeting);
        return scheduling.schedule(plan, by, now).map(receipt -> answer(plan, by, receipt));
    }

    private ResponseEntity<ScheduledMeeting> answer(Plan plan, Actor by, Receipt receipt) {
        var scheduled = (Scheduled) receipt.answer();
        var expires = plan.time().end().plus(settings.linkLasts());
        var joinUrl = links.linkFor(by.tenant(), plan.meetingId(), scheduled.lead(), expires);
        return receipt.created(
                "/api/v1/meetings/" + plan.meetingId(),
                new ScheduledMeeting(
                        plan.meetingId(), scheduled.roomId(), plan.time().start(), joinUrl));
    }
}
