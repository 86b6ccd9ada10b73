package dev.parley.command.meeting;

import dev.parley.api.Actor;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.MeetingCommand.Scheduled;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.RoomId;
import dev.parley.api.series.SeriesCommand.Planned;
import dev.parley.api.series.SeriesCommand.PlannedMeeting;
import dev.parley.api.series.SeriesId;
import dev.parley.command.AppointmentSettings;
import dev.parley.command.IdempotencyKey;
import dev.parley.command.Receipt;
import dev.parley.command.meeting.ScheduleBody.Plan;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
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

    sealed interface Made {}

    /** @param joinUrl for the lead; everybody else is sent their own */
    record ScheduledMeeting(MeetingId meetingId, RoomId roomId, Instant start, URI joinUrl) implements Made {}

    /** @param meetingId of the first meeting, as {@code start} and {@code joinUrl} are */
    record ScheduledSeries(
            MeetingId meetingId, Instant start, URI joinUrl, SeriesId seriesId, List<OneOfSeries> occurrences)
            implements Made {}

    record OneOfSeries(MeetingId meetingId, LocalDateTime localStart, Instant start) {
        static OneOfSeries of(PlannedMeeting one) {
            return new OneOfSeries(
                    one.meetingId(), one.time().localStart(), one.time().start());
        }
    }

    @PostMapping("/api/v1/meetings")
    Mono<ResponseEntity<Made>> schedule(
            @AuthenticationPrincipal Actor by,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ScheduleBody body) {
        var now = clock.instant();
        var meeting = new MeetingId(IdempotencyKey.of(key).nameFor("meetingId", body.meetingId(), by, now));
        var plan = body.plan(meeting);
        return scheduling.schedule(plan, by, now).map(receipt -> answer(plan, by, receipt));
    }

    private ResponseEntity<Made> answer(Plan plan, Actor by, Receipt receipt) {
        return switch (receipt.answer()) {
            case Scheduled one -> {
                var joinUrl = joinUrl(plan.meetingId(), plan.time(), one.lead(), by);
                var made = new ScheduledMeeting(
                        plan.meetingId(), one.roomId(), plan.time().start(), joinUrl);
                yield receipt.created("/api/v1/meetings/" + plan.meetingId(), made);
            }
            case Planned series -> receipt.created("/api/v1/meetings/" + plan.meetingId(), series(series, by));
            default -> throw new IllegalStateException("scheduling answers otherwise than with " + receipt.answer());
        };
    }

    private ScheduledSeries series(Planned planned, Actor by) {
        var first = planned.meetings().getFirst();
        return new ScheduledSeries(
                first.meetingId(),
                first.time().start(),
                joinUrl(first.meetingId(), first.time(), planned.lead(), by),
                first.occurrence().seriesId(),
                planned.meetings().stream().map(OneOfSeries::of).toList());
    }

    private URI joinUrl(MeetingId meeting, MeetingTime time, Participant lead, Actor by) {
        return links.linkFor(by.tenant(), meeting, lead, time.end().plus(settings.linkLasts()));
    }
}
