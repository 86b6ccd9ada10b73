package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.LINK_INVALID;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.Shape;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.GuestLinks.Guest;
import dev.parley.api.meeting.MeetingCommand.CancelMeeting;
import dev.parley.command.Commands;
import dev.parley.command.Receipt;
import dev.parley.command.meeting.MeetingController.ReasonBody;
import dev.parley.command.meeting.MoveByLink.NewTime;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what a lead decides by the link in their mail. Only by POST: whoever scans mail for threats opens every link. */
@RestController
class GuestController {
    private final Commands commands;
    private final GuestLinks links;
    private final MoveByLink moves;
    private final Clock clock;

    GuestController(Commands commands, MoveByLink moves, GuestLinks links, Clock clock) {
        this.commands = commands;
        this.moves = moves;
        this.links = links;
        this.clock = clock;
    }

    @PostMapping("/api/v1/guest/{token}/cancel")
    Mono<ResponseEntity<Void>> cancel(
            @PathVariable("token") String token, @RequestBody(required = false) @Nullable ReasonBody body) {
        var guest = links.read(token).orElseThrow(() -> new Refused(LINK_INVALID));
        var cancel = new CancelMeeting(guest.meetingId(), actor(guest), clock.instant(), ReasonBody.in(body));
        return commands.sendByLink(cancel).map(Receipt::noContent);
    }

    @PostMapping("/api/v1/guest/{token}/reschedule")
    Mono<ResponseEntity<Void>> reschedule(@PathVariable("token") String token, @RequestBody NewTimeBody body) {
        var guest = links.read(token).orElseThrow(() -> new Refused(LINK_INVALID));
        return moves.move(guest, actor(guest), body.wanted(), clock.instant()).map(Receipt::noContent);
    }

    /** Which of the offered times it shall be, and on whose clocks. */
    record NewTimeBody(@Nullable String start, @Nullable String zone) {
        NewTime wanted() {
            return new NewTime(
                    GuestBookingBody.minute(start), Optional.ofNullable(zone).map(name -> Shape.zone("zone", name)));
        }
    }

    private static Actor actor(Guest guest) {
        var who = guest.participant();
        return new Actor(guest.tenant(), who.participantId().toString(), Actor.Kind.LEAD, who.name());
    }
}
