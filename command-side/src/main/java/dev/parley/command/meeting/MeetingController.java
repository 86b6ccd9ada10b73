package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.NOTHING_CHANGES;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.Host;
import dev.parley.api.meeting.MeetingCommand;
import dev.parley.api.meeting.MeetingCommand.AddInvitee;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import dev.parley.api.meeting.MeetingCommand.ApproveSummary;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.EndMeeting;
import dev.parley.api.meeting.MeetingCommand.RearrangeMeeting;
import dev.parley.api.meeting.MeetingCommand.ReassignMeeting;
import dev.parley.api.meeting.MeetingCommand.RemoveInvitee;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingCommand.ReviseMeetingDetails;
import dev.parley.api.meeting.MeetingCommand.StartMeeting;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what people of the sales team decide about a meeting that there is. */
@RestController
@RequestMapping("/api/v1/meetings/{id}")
class MeetingController {
    private final Commands commands;
    private final Scheduling scheduling;
    private final Clock clock;

    MeetingController(Commands commands, Scheduling scheduling, Clock clock) {
        this.commands = commands;
        this.scheduling = scheduling;
        this.clock = clock;
    }

    record Invited(ParticipantId participantId) {}

    record ReasonBody(@Nullable String reason) {
        static String in(@Nullable ReasonBody body) {
            return Shape.optionalLine("reason", body == null ? null : body.reason(), Shape.SENTENCE);
        }
    }

    @PatchMapping
    Mono<ResponseEntity<Void>> revise(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody RevisionBody body) {
        var meeting = meetingId(id);
        var version = IfMatch.of(ifMatch);
        var at = clock.instant();
        return commands.once(
                        by,
                        at,
                        commands.ask(new ConfirmMeeting(meeting, by, at), version, Agreed.class)
                                .flatMap(agreed -> revise(meeting, agreed, body, version, by, at)))
                .map(Receipt::noContent);
    }

    @PostMapping("/cancel")
    Mono<ResponseEntity<Void>> cancel(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        return change(new CancelMeeting(meetingId(id), by, clock.instant(), ReasonBody.in(body)), ifMatch);
    }

    @PostMapping("/summary/approve")
    Mono<ResponseEntity<Void>> approveSummary(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(new ApproveSummary(meetingId(id), by, clock.instant()), ifMatch);
    }

    @PostMapping("/reassign")
    Mono<ResponseEntity<Void>> reassign(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ReassignBody body) {
        var version = IfMatch.of(ifMatch);
        var asked = new ConfirmMeeting(meetingId(id), by, clock.instant());
        var reason = body.why();
        var pool = body.pool();
        var host = pool.isPresent() ? Optional.<Host>empty() : Optional.of(body.host());
        return commands.once(
                        by,
                        asked.at(),
                        commands.ask(asked, version, Agreed.class)
                                .flatMap(agreed -> pool.map(some -> scheduling.handOver(
                                                some, asked, reason, agreed, body.overrules(), version))
                                        .orElseGet(() -> scheduling.handOver(
                                                new ReassignMeeting(
                                                        asked.meetingId(), by, asked.at(), host.orElseThrow(), reason),
                                                agreed,
                                                body.overrules(),
                                                version))))
                .map(Receipt::noContent);
    }

    @PostMapping("/start")
    Mono<ResponseEntity<Void>> start(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return change(new StartMeeting(meetingId(id), by, clock.instant()), ifMatch);
    }

    @PostMapping("/end")
    Mono<ResponseEntity<Void>> end(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        return change(new EndMeeting(meetingId(id), by, clock.instant(), ReasonBody.in(body)), ifMatch);
    }

    @PostMapping("/invitees")
    Mono<ResponseEntity<Invited>> invite(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody InviteeBody body) {
        var meeting = meetingId(id);
        var version = IfMatch.of(ifMatch);
        var guest = body.guest(meeting);
        var location = "/api/v1/meetings/" + meeting + "/invitees/" + guest.participantId();
        return commands.send(new AddInvitee(meeting, by, clock.instant(), guest), version)
                .map(receipt -> receipt.created(location, new Invited(guest.participantId())));
    }

    @DeleteMapping("/invitees/{participantId}")
    Mono<ResponseEntity<Void>> uninvite(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("participantId") String participantId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var participant = new ParticipantId(Shape.uuid("participantId", participantId));
        return change(new RemoveInvitee(meetingId(id), by, clock.instant(), participant), ifMatch);
    }

    private Mono<ResponseEntity<Void>> change(MeetingCommand command, @Nullable String ifMatch) {
        return commands.send(command, IfMatch.of(ifMatch)).map(Receipt::noContent);
    }

    /** In one command whatever changes: a crash between two would leave a meeting half revised. */
    private Mono<Receipt> revise(
            MeetingId meeting, Agreed before, RevisionBody body, IfMatch version, Actor by, Instant at) {
        var after = body.over(before);
        if (after.equals(before)) return Mono.error(new Refused(NOTHING_CHANGES));
        if (after.time().equals(before.time()))
            return commands.send(new ReviseMeetingDetails(meeting, by, at, after.title()), version);
        var move = after.title().equals(before.title())
                ? new RescheduleMeeting(meeting, by, at, after.time())
                : new RearrangeMeeting(meeting, by, at, after.title(), after.time());
        return scheduling.move(move, before, after.time(), body.overrules(), version);
    }

    private static MeetingId meetingId(String id) {
        return new MeetingId(Shape.uuid("meetingId", id));
    }
}
