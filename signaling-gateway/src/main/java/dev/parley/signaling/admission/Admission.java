package dev.parley.signaling.admission;

import static dev.parley.signaling.frame.SignalRefusal.LINK_INVALID;
import static dev.parley.signaling.frame.SignalRefusal.MEETING_OVER;
import static dev.parley.signaling.frame.SignalRefusal.TICKET_INVALID;

import dev.parley.api.Actor;
import dev.parley.api.Refused;
import dev.parley.api.meeting.GuestLinks;
import dev.parley.api.meeting.Invitee;
import dev.parley.api.meeting.MeetingId;
import dev.parley.api.meeting.MeetingQuery.MeetingPage;
import dev.parley.api.meeting.Participant;
import dev.parley.api.meeting.ParticipantId;
import dev.parley.signaling.room.Attendee;
import reactor.core.publisher.Mono;

/** Turns who somebody is into a place in a meeting. */
public final class Admission {
    private final Meetings meetings;
    private final Tickets tickets;
    private final GuestLinks links;

    public Admission(Meetings meetings, Tickets tickets, GuestLinks links) {
        this.meetings = meetings;
        this.tickets = tickets;
        this.links = links;
    }

    /** Somebody who may come in, and the meeting as it stands. */
    public record Admitted(Attendee who, MeetingPage page) {}

    /** Fails with {@link Refused} for a ticket that was not issued, was used, or has expired, and for a meeting that is over. */
    public Mono<Admitted> admit(String ticket) {
        return Mono.fromCallable(() -> tickets.redeem(ticket).orElseThrow(() -> new Refused(TICKET_INVALID)))
                .flatMap(this::admitted);
    }

    Mono<Admitted> host(Actor by, MeetingId meeting) {
        var participant = new Participant(ParticipantId.ofUser(meeting, by.id()), by.name(), Invitee.Role.HOST);
        return admitted(new Attendee(by.tenant(), meeting, participant, by));
    }

    Mono<Admitted> guest(String token) {
        return invited(token)
                .filter(admitted -> !admitted.page().status().isOver())
                .switchIfEmpty(Mono.error(() -> new Refused(MEETING_OVER)));
    }

    /** The holder of a link, also when the meeting is over; a link of somebody who is no longer invited is worth nothing. */
    Mono<Admitted> invited(String token) {
        return Mono.justOrEmpty(links.read(token))
                .flatMap(guest -> meetings.find(guest.tenant(), guest.meetingId())
                        .filter(page -> isInvited(page, guest.participant()))
                        .map(page -> new Admitted(attendee(guest), page)))
                .switchIfEmpty(Mono.error(() -> new Refused(LINK_INVALID)));
    }

    private Mono<Admitted> admitted(Attendee who) {
        return meetings.current(who.tenant(), who.meetingId()).map(page -> new Admitted(who, page));
    }

    private static boolean isInvited(MeetingPage page, Participant guest) {
        return page.invitees().stream().anyMatch(line -> line.participantId().equals(guest.participantId()));
    }

    private static Attendee attendee(GuestLinks.Guest guest) {
        var who = guest.participant();
        var by = new Actor(guest.tenant(), who.participantId().toString(), Actor.Kind.LEAD, who.name());
        return new Attendee(guest.tenant(), guest.meetingId(), who, by);
    }
}
