package dev.parley.command.meeting;

import dev.parley.api.Actor;
import dev.parley.api.Shape;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.api.meeting.ReplyCommand.DeclineProposal;
import dev.parley.api.meeting.ReplyCommand.Proposal;
import dev.parley.api.meeting.ReplyCommand.ReadProposal;
import dev.parley.api.meeting.ReplyCommand.RepairCalendar;
import dev.parley.command.Commands;
import dev.parley.command.IfMatch;
import dev.parley.command.Receipt;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what the sales team decides about one invitee's calendar: another time that they propose, an entry that went wrong. */
@RestController
@RequestMapping("/api/v1/meetings/{id}")
class ProposalController {
    private final Commands commands;
    private final Scheduling scheduling;
    private final Clock clock;

    ProposalController(Commands commands, Scheduling scheduling, Clock clock) {
        this.commands = commands;
        this.scheduling = scheduling;
        this.clock = clock;
    }

    /** A move like any other: whoever may not move the meeting there by hand may not do so by accepting either. */
    @PostMapping("/proposals/{participantId}/accept")
    Mono<ResponseEntity<Void>> accept(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("participantId") String participantId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var version = IfMatch.of(ifMatch);
        var at = clock.instant();
        var read = new ReadProposal(meetingId(id), by, at, participant(participantId));
        return commands.once(
                        by,
                        at,
                        commands.ask(read, version, Proposal.class)
                                .flatMap(proposal -> move(read.meetingId(), proposal, version, by, at)))
                .map(Receipt::noContent);
    }

    @PostMapping("/proposals/{participantId}/decline")
    Mono<ResponseEntity<Void>> decline(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("participantId") String participantId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var decline = new DeclineProposal(meetingId(id), by, clock.instant(), participant(participantId));
        return commands.send(decline, IfMatch.of(ifMatch)).map(Receipt::noContent);
    }

    @PostMapping("/calendar-ledger/{participantId}/repair")
    Mono<ResponseEntity<Void>> repair(
            @AuthenticationPrincipal Actor by,
            @PathVariable("id") String id,
            @PathVariable("participantId") String participantId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var repair = new RepairCalendar(meetingId(id), by, clock.instant(), participant(participantId));
        return commands.send(repair, IfMatch.of(ifMatch)).map(Receipt::noContent);
    }

    private Mono<Receipt> move(MeetingId meeting, Proposal proposal, IfMatch version, Actor by, Instant at) {
        var move = new RescheduleMeeting(meeting, by, at, proposal.time());
        return scheduling.move(move, proposal.agreed(), proposal.time(), false, version);
    }

    private static MeetingId meetingId(String id) {
        return new MeetingId(Shape.uuid("meetingId", id));
    }

    private static ParticipantId participant(String id) {
        return new ParticipantId(Shape.uuid("participantId", id));
    }
}
