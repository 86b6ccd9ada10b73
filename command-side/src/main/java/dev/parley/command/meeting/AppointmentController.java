package dev.parley.command.meeting;

import dev.parley.api.Actor;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand.ScheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.RoomId;
import dev.parley.command.AppointmentSettings;
import dev.parley.command.IdempotencyKey;
import dev.parley.command.Receipt;
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
        return scheduling.schedule(body.plan(meeting), by, now).map(made -> answer(made.command(), made.receipt()));
    }

    private ResponseEntity<ScheduledMeeting> answer(ScheduleMeeting command, Receipt receipt) {
        var roomId = ((Scheduled) receipt.answer()).roomId();
        return receipt.created(
                "/api/v1/meetings/" + command.meetingId(),
                new ScheduledMeeting(command.meetingId(), roomId, command.time().start(), joinUrl(command)));
    }

    private URI joinUrl(ScheduleMeeting command) {
        var expires = command.time().end().plus(settings.linkLasts());
        return links.linkFor(command.by().tenant(), command.meetingId(), leadOf(command), expires);
    }

    private static Participant leadOf(ScheduleMeeting command) {
        return command.invitees().stream()
                .filter(invitee -> invitee.role() == Invitee.Role.LEAD)
                .map(lead -> new Participant(lead.participantId(), lead.name(), lead.role()))
                .findFirst()
                .orElseThrow();
    }
}
