package dev.parley.command.meeting;

import static dev.parley.api.meeting.MeetingRefusal.NOT_THE_HOST;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.calendar.CalendarCommand.Wanted;
import dev.parley.api.calendar.CalendarId;
import dev.parley.api.meeting.GuestLinks.Guest;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingCommand.Agreed;
import dev.parley.api.meeting.MeetingCommand.ConfirmMeeting;
import dev.parley.api.meeting.MeetingCommand.RescheduleMeeting;
import dev.parley.api.meeting.MeetingTime;
import dev.parley.command.Commands;
import dev.parley.command.Receipt;
import dev.parley.command.Reservations;
import dev.parley.command.Reservations.Wish;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Moves a meeting for the lead who holds its link. The host's time is held by the house and judged as a booking is: the lead
 * cannot overrule anything. The move itself is the lead's.
 */
@Component
class MoveByLink {
    private final Commands byLink;
    private final Reservations reservations;

    MoveByLink(Commands commands, Reservations reservations) {
        this.byLink = commands.byLink();
        this.reservations = reservations.ofTheHouse();
    }

    /** @param zone whose clocks it is written in; if none, those that were agreed on */
    record NewTime(Instant start, Optional<ZoneId> zone) {}

    Mono<Receipt> move(Guest guest, Actor lead, NewTime wanted, Instant at) {
        if (guest.participant().role() != Invitee.Role.LEAD) return Mono.error(new Refused(NOT_THE_HOST));
        var asked = new ConfirmMeeting(guest.meetingId(), lead, at);
        return byLink.once(lead, at, byLink.ask(asked, Agreed.class).flatMap(agreed -> move(agreed, asked, wanted)));
    }

    private Mono<Receipt> move(Agreed agreed, ConfirmMeeting asked, NewTime wanted) {
        var before = agreed.time();
        var time = MeetingTime.at(wanted.start(), wanted.zone().orElse(before.zone()), before.duration());
        var move = byLink.send(new RescheduleMeeting(asked.meetingId(), asked.by(), asked.at(), time));
        if (!Scheduling.isMovable(agreed) || time.start().isBefore(asked.at()))
            return move.onErrorMap(Refused.class, MoveByLink::ofTheStart);
        var slot = new Wanted(asked.meetingId(), time.slot());
        var calendar = CalendarId.of(asked.by().tenant(), agreed.hostId());
        var system = Actor.system(asked.by().tenant(), "appointment-page");
        return reservations
                .during(new Wish(calendar, system, asked.at(), List.of(slot), "", false), move)
                .onErrorMap(Refused.class, MoveByLink::ofTheStart);
    }

    /** The page asked for an instant, not for a wall clock. */
    private static Refused ofTheStart(Refused refused) {
        return refused.field().filter("localStart"::equals).isPresent()
                ? new Refused(refused.refusal(), "start")
                : refused;
    }
}
